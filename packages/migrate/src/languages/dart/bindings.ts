import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding } from '../language.ts'
import { functionName, memberOf } from './call-of.ts'

/** `x`, also inside a text; `this.x` and `Own.x` are fields. */
export function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === 'identifier' || node.type === 'identifier_dollar_escaped') return node.text
  const member = memberOf(node)
  if (!member) return undefined
  if (member.object.text === 'this') return member.name
  return /^_?[A-Z]\w*$/.test(member.object.text) ? member.name : undefined
}

function declared(node: SyntaxNode): Binding[] {
  const name = node.children.find(({ type }) => type === 'identifier')
  const equals = node.children.findIndex(({ text }) => text === '=')
  const value = equals < 0 ? undefined : node.children.slice(equals + 1).find(({ named }) => named)
  return name ? [{ name: name.text, kind: 'value', node, value }] : []
}

/** `x = value`, `x += value`, `map['mn'] = value` */
function assignment(node: SyntaxNode): Binding[] {
  const [left, value] = [node.get('left')?.namedChildren[0], node.get('right')]
  if (!left || !value) return []
  const map = left.type === 'index_expression' ? left.namedChildren[0] : undefined
  const item = map && nameOf(map)
  if (item !== undefined) return [{ name: item, kind: 'value', node, value: node }]
  const name = nameOf(left)
  if (name === undefined) return []
  const isPlain = node.children.some(({ text }) => text === '=')
  return [{ name, kind: isPlain ? 'value' : 'append', node, value }]
}

const changing = /^(?:write|writeAll|add|addAll)$/

/** `text.write(a);` and `text..write(a)..write(b);` give the name a new value. */
function change(node: SyntaxNode): Binding[] {
  const [value] = node.namedChildren
  let object = value
  while (object?.type === 'cascade_expression') object = object.namedChildren[0]
  if (value && object && object !== value) {
    const name = nameOf(object)
    return name === undefined ? [] : [{ name, kind: 'value', node, value }]
  }
  const callee = value?.type === 'call_expression' ? value.namedChildren[0] : undefined
  const member = callee && memberOf(callee)
  const name = member && changing.test(member.name) ? nameOf(member.object) : undefined
  return name === undefined ? [] : [{ name, kind: 'value', node, value }]
}

function importOf(node: SyntaxNode): Binding[] {
  const [, uri = ''] = /import\s+['"]([^'"]+)['"]/.exec(node.text) ?? []
  const name = /\bas\s+(\w+)/.exec(node.text)?.[1]
  return name ? [{ name, kind: 'import', node, module: uri, imported: '*' }] : []
}

function parameter(node: SyntaxNode): Binding[] {
  const name = node.subtree.findLast(({ type }) => type === 'identifier')?.text
  return name ? [{ name, kind: 'parameter', node }] : []
}

export function bindingsAt(node: SyntaxNode): readonly Binding[] {
  switch (node.type) {
    case 'import_or_export':
      return importOf(node)
    case 'initialized_variable_definition':
    case 'initialized_identifier':
    case 'static_final_declaration':
      return declared(node)
    case 'for_loop_parts': {
      const name = node.get('name')
      return name ? [{ name: name.text, kind: 'value', node: name }] : []
    }
    case 'assignment_expression':
      return assignment(node)
    case 'expression_statement':
      return change(node)
    case 'formal_parameter':
      return parameter(node)
    case 'function_declaration': {
      const name = node.subtree.find(({ type }) => type === 'function_name')?.text
      return name ? [{ name: functionName(name), kind: 'function', node, value: node }] : []
    }
    default:
      return []
  }
}
