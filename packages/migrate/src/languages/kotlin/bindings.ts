import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { methodName } from '../java/call-of.ts'
import type { Binding } from '../language.ts'
import { memberOf } from './call-of.ts'

/** `x`, also inside a text; `this.x` and `Own.x` are the names of properties. */
export function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === 'simple_identifier' || node.type === 'interpolated_identifier') {
    const isMember = node.parent?.type === 'navigation_suffix'
    return isMember ? undefined : node.text
  }
  const member = memberOf(node)
  if (!member) return undefined
  if (member.object.text === 'this') return `this.${member.name}`
  return /^[A-Z]\w*$/.test(member.object.text) ? member.name : undefined
}

function importOf(node: SyntaxNode): Binding[] {
  const [path, alias] = node.namedChildren
  if (!path || alias?.type === 'wildcard_import') return []
  const name = alias?.namedChildren[0]?.text ?? path.text.slice(path.text.lastIndexOf('.') + 1)
  return [{ name, kind: 'import', node, module: path.text, imported: '*' }]
}

function isMemberOfClass({ parent }: SyntaxNode): boolean {
  return parent?.type === 'class_body' || parent?.type === 'primary_constructor'
}

/** What stands after `=` or `by lazy`. */
export function assignedTo(node: SyntaxNode): SyntaxNode | undefined {
  const equals = node.children.findIndex(({ type }) => type === '=')
  return equals < 0 ? undefined : node.children.slice(equals + 1).find(({ named }) => named)
}

function property(node: SyntaxNode): Binding[] {
  const declared = node.namedChildren.find(({ type }) => type === 'variable_declaration')
  const name = declared?.namedChildren[0]?.text
  if (name === undefined) return several(node)
  const binding = { name, kind: 'value', node, value: assignedTo(node) } as const
  return isMemberOfClass(node) ? [binding, { ...binding, name: `this.${name}` }] : [binding]
}

/** `val (a, b) = pair` */
function several(node: SyntaxNode): Binding[] {
  const list = node.namedChildren.find(({ type }) => type === 'multi_variable_declaration')
  return (list?.namedChildren ?? []).map((each) => ({ name: each.text, kind: 'value', node: each }))
}

function assignment(node: SyntaxNode): Binding[] {
  const [target, value] = node.namedChildren
  const inner = target && !memberOf(target) ? target.namedChildren : []
  const name = target && (inner.length === 1 && inner[0] ? nameOf(inner[0]) : nameOf(target))
  if (name !== undefined && value) {
    const isPlain = node.children.some(({ type }) => type === '=')
    return [{ name, kind: isPlain ? 'value' : 'append', node, value }]
  }
  const [map] = inner
  const object = inner[1]?.type === 'indexing_suffix' && map ? nameOf(map) : undefined
  return object === undefined ? [] : [{ name: object, kind: 'value', node, value: node }]
}

/** Methods that change the object they are called on; after them its name means something else. */
const changing = /^(?:init|update|append|put|putAll|addProperty|accumulate|add)$/

/** `mac.init(key)` and `text.append(a).append(b)` give the name a new value. */
function change(node: SyntaxNode): Binding[] {
  if (node.parent?.type !== 'statements') return []
  let object: SyntaxNode | undefined = node
  while (object?.type === 'call_expression') {
    const member: ReturnType<typeof memberOf> =
      object.namedChildren[0] && memberOf(object.namedChildren[0])
    if (!member || !changing.test(member.name)) break
    object = member.object
  }
  const name = object && object !== node ? nameOf(object) : undefined
  return name === undefined ? [] : [{ name, kind: 'value', node, value: node }]
}

function parameter(node: SyntaxNode): Binding[] {
  const name = node.namedChildren.find(({ type }) => type === 'simple_identifier')?.text
  if (name === undefined) return []
  const binding = { name, kind: 'parameter', node } as const
  const isProperty = node.type === 'class_parameter'
  return isProperty ? [binding, { ...binding, name: `this.${name}` }] : [binding]
}

export function bindingsAt(node: SyntaxNode): readonly Binding[] {
  switch (node.type) {
    case 'import_header':
      return importOf(node)
    case 'property_declaration':
      return property(node)
    case 'assignment':
      return assignment(node)
    case 'call_expression':
      return change(node)
    case 'parameter':
    case 'class_parameter':
      return parameter(node)
    case 'variable_declaration': {
      const isGiven = /^(?:lambda_parameters|for_statement)$/.test(node.parent?.type ?? '')
      return isGiven ? parameter(node) : []
    }
    case 'lambda_literal': {
      const named = node.namedChildren.some(({ type }) => type === 'lambda_parameters')
      const [brace] = node.children
      return named || !brace ? [] : [{ name: 'it', kind: 'parameter', node: brace }]
    }
    case 'function_declaration': {
      const name = node.namedChildren.find(({ type }) => type === 'function_name')?.text
      return name ? [{ name: methodName(name), kind: 'function', node, value: node }] : []
    }
    default:
      return []
  }
}
