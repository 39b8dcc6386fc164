import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding } from '../language.ts'
import { methodName } from './call-of.ts'

/** `x`; `this.x` and `Own.x` are the names of fields. */
export function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === 'identifier') return node.text
  if (node.type !== 'field_access') return undefined
  const [object, field] = [node.get('object')?.text ?? '', node.get('field')?.text ?? '']
  if (object === 'this') return `this.${field}`
  return /^[A-Z]\w*$/.test(object) ? field : undefined
}

function importOf(node: SyntaxNode): Binding[] {
  const path = node.namedChildren[0]?.text ?? ''
  if (node.namedChildren.some(({ type }) => type === 'asterisk')) return []
  const [owner = '', name = ''] = path.split('.').slice(-2)
  const isStatic = node.children.some(({ type }) => type === 'static')
  const binding = { name, kind: 'import', node, module: path, imported: '*' } as const
  return isStatic
    ? [binding, { ...binding, name: methodName(name), imported: `${owner}.${name}` }]
    : [binding]
}

function declared(node: SyntaxNode): Binding[] {
  const name = node.get('name')?.text
  if (name === undefined) return []
  const binding = { name, kind: 'value', node, value: node.get('value') } as const
  return node.parent?.type === 'field_declaration'
    ? [binding, { ...binding, name: `this.${name}` }]
    : [binding]
}

function assignment(node: SyntaxNode): Binding[] {
  const [left, value] = [node.get('left'), node.get('right')]
  const name = left && nameOf(left)
  if (name === undefined || !value) return []
  const appends = node.get('operator')?.text !== '='
  return [{ name, kind: appends ? 'append' : 'value', node, value }]
}

/** Methods that change the object they are called on; after them its name means something else. */
const changing = /^(?:init|update|append|put|putAll|addProperty|accumulate)$/

/** `mac.init(key);` and `text.append(a).append(b);` give the name a new value. */
function change(node: SyntaxNode): Binding[] {
  const [value] = node.namedChildren
  let object = value
  while (object?.type === 'method_invocation' && changing.test(object.get('name')?.text ?? ''))
    object = object.get('object')
  const name = object && object !== value ? nameOf(object) : undefined
  return name === undefined ? [] : [{ name, kind: 'value', node, value }]
}

function parameter(node: SyntaxNode): Binding[] {
  const name = (node.get('name') ?? node.namedChildren.at(-1)?.get('name'))?.text
  return name ? [{ name, kind: 'parameter', node }] : []
}

export function bindingsAt(node: SyntaxNode): readonly Binding[] {
  switch (node.type) {
    case 'import_declaration':
      return importOf(node)
    case 'variable_declarator':
      return node.parent?.type === 'spread_parameter' ? [] : declared(node)
    case 'assignment_expression':
      return assignment(node)
    case 'expression_statement':
      return change(node)
    case 'formal_parameter':
    case 'spread_parameter':
      return parameter(node)
    case 'enhanced_for_statement': {
      const name = node.get('name')
      return name ? [{ name: name.text, kind: 'value', node: name, value: node.get('value') }] : []
    }
    case 'method_declaration': {
      const name = node.get('name')?.text
      return name ? [{ name: methodName(name), kind: 'function', node, value: node }] : []
    }
    default:
      return []
  }
}
