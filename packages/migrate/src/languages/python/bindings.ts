import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding } from '../language.ts'
import { callOf } from './call-of.ts'

export function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === 'identifier') return node.text
  if (node.type !== 'attribute') return undefined
  const object = node.get('object')?.text
  return object === 'self' || object === 'cls'
    ? `self.${node.get('attribute')?.text ?? ''}`
    : undefined
}

function importOf(clause: SyntaxNode, module: string | undefined): Binding {
  const path = clause.get('name')?.text ?? clause.text
  const alias = clause.get('alias')?.text
  const name = alias ?? (module === undefined ? (path.split('.')[0] as string) : path)
  return {
    name,
    kind: 'import',
    node: clause,
    module: module ?? path,
    imported: module === undefined ? '*' : path,
  }
}

function assignment(node: SyntaxNode): Binding[] {
  const left = node.get('left')
  const value = node.get('right')
  if (!left) return []
  const name = nameOf(left)
  if (name !== undefined) {
    if (!value) return []
    const inClass = node.parent?.parent?.parent?.type === 'class_definition'
    const full = inClass && !name.startsWith('self.') ? `self.${name}` : name
    return [
      { name: full, kind: node.type === 'augmented_assignment' ? 'append' : 'value', node, value },
    ]
  }
  const map = left.type === 'subscript' ? left.get('value') : undefined
  const mapName = map && nameOf(map)
  if (mapName !== undefined) return [{ name: mapName, kind: 'append', node, value: node }]
  const names = /pattern_list|tuple_pattern/.test(left.type) ? left.namedChildren : []
  const values = value?.type === 'expression_list' ? value.namedChildren : []
  return names.flatMap((target, index) => {
    const each = nameOf(target)
    return each === undefined
      ? []
      : [{ name: each, kind: 'value', node: target, value: values[index] } as const]
  })
}

function parameters(node: SyntaxNode): Binding[] {
  return node.namedChildren.flatMap((parameter) => {
    const target =
      parameter.get('name') ??
      (parameter.type === 'identifier' ? parameter : parameter.namedChildren[0])
    return target ? [{ name: target.text, kind: 'parameter', node: parameter } as const] : []
  })
}

/** `fields.append(x)` as a statement. */
function append(node: SyntaxNode): Binding[] {
  const call = node.parent?.type === 'expression_statement' ? callOf(node) : undefined
  const name = call?.name === 'append' && call.receiver ? nameOf(call.receiver) : undefined
  return name === undefined ? [] : [{ name, kind: 'append', node, value: node }]
}

export function bindingsAt(node: SyntaxNode): readonly Binding[] {
  switch (node.type) {
    case 'import_statement':
      return node.namedChildren.map((clause) => importOf(clause, undefined))
    case 'import_from_statement': {
      const module = node.get('module_name')
      return node.namedChildren
        .filter((clause) => clause !== module && clause.field === 'name')
        .map((clause) => importOf(clause, module?.text ?? ''))
    }
    case 'assignment':
    case 'augmented_assignment':
      return assignment(node)
    case 'call':
      return append(node)
    case 'parameters':
    case 'lambda_parameters':
      return parameters(node)
    case 'function_definition': {
      const name = node.get('name')?.text
      return name ? [{ name, kind: 'function', node, value: node }] : []
    }
    default:
      return []
  }
}
