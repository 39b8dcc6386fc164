import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding } from '../language.ts'
import { callOf } from './call-of.ts'
import { stringOf } from './strings.ts'

export function nameOf(node: SyntaxNode): string | undefined {
  return node.type === 'identifier' ? node.text : undefined
}

/** `crypto/hmac` is called `hmac`, `github.com/golang-jwt/jwt/v5` is called `jwt`. */
function importOf(node: SyntaxNode): Binding[] {
  const path = node.get('path')
  const module = path && stringOf(path)
  const alias = node.get('name')?.text
  if (!module || alias === '_' || alias === '.') return []
  const usual = module
    .replace(/\/v\d+$/, '')
    .replace(/^.*\//, '')
    .replace(/^go-|\.v\d+$/g, '')
  return [{ name: alias ?? usual, kind: 'import', node, module, imported: '*' }]
}

function listOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (!node) return []
  return node.type === 'expression_list' ? node.namedChildren : [node]
}

/** One name alone goes with its statement; of several, each stands for itself. */
function valuesOf(
  node: SyntaxNode,
  targets: readonly SyntaxNode[],
  values: readonly SyntaxNode[],
  kind: Binding['kind'],
): Binding[] {
  return targets.flatMap((target, index): Binding[] => {
    const given = values.length === targets.length || index === 0 ? values[index] : undefined
    if (target.type !== 'identifier' || target.text === '_') return []
    return [{ name: target.text, kind, node: targets.length === 1 ? node : target, value: given }]
  })
}

/** `claims["mn"] = number` */
function itemSet(node: SyntaxNode): Binding[] {
  const [left] = listOf(node.get('left'))
  const map = left?.type === 'index_expression' ? left.get('operand') : undefined
  return map?.type === 'identifier' ? [{ name: map.text, kind: 'append', node, value: node }] : []
}

/** `if _, err := mac.Write(data); err != nil { … }`: goes with the MAC that it writes to. */
function guardedWrite(node: SyntaxNode): Binding[] {
  const holder = node.type === 'if_statement' ? node.get('initializer') : node
  const targets = listOf(holder?.get('left'))
  const call = callOf(listOf(holder?.get('right'))[0] ?? node)
  const blank = targets.every(
    ({ text }, index) => text === '_' || (node !== holder && index === 1 && text === 'err'),
  )
  return blank && call?.name === 'Write' && call.receiver?.type === 'identifier'
    ? [{ name: call.receiver.text, kind: 'append', node, value: call.args[0] }]
    : []
}

function assignment(node: SyntaxNode): Binding[] {
  const items = itemSet(node)
  if (items.length > 0) return items
  const targets = listOf(node.get('left'))
  const kind = node.get('operator')?.text === '=' ? 'value' : 'append'
  return [...valuesOf(node, targets, listOf(node.get('right')), kind), ...guardedWrite(node)]
}

function declared(node: SyntaxNode): Binding[] {
  const names = node.children.filter(({ type, field }) => field === 'name' && type === 'identifier')
  return valuesOf(node, names, listOf(node.get('value')), 'value')
}

export function bindingsAt(node: SyntaxNode): readonly Binding[] {
  switch (node.type) {
    case 'import_spec':
      return importOf(node)
    case 'short_var_declaration':
      return valuesOf(node, listOf(node.get('left')), listOf(node.get('right')), 'value')
    case 'assignment_statement':
      return assignment(node)
    case 'if_statement':
      return guardedWrite(node)
    case 'var_spec':
    case 'const_spec':
      return declared(node)
    case 'range_clause':
      return valuesOf(node, listOf(node.get('left')), [], 'value').map((each) => ({
        ...each,
        node: node.get('left') ?? node,
      }))
    case 'parameter_declaration':
    case 'variadic_parameter_declaration':
      return node.children
        .filter(({ field, type }) => field === 'name' && type === 'identifier')
        .map(({ text }) => ({ name: text, kind: 'parameter', node }))
    case 'function_declaration':
    case 'method_declaration': {
      const name = node.get('name')?.text
      return name ? [{ name, kind: 'function', node, value: node }] : []
    }
    default:
      return []
  }
}
