import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding } from '../language.ts'

export function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === 'identifier') return node.text
  if (node.type !== 'member_access_expression') return undefined
  return node.children[0]?.text === 'this' ? `this.${node.get('name')?.text ?? ''}` : undefined
}

/** A field or property is called by its name alone, and also through `this`. */
function member(binding: Binding): Binding[] {
  return [binding, { ...binding, name: `this.${binding.name}` }]
}

/** The expression behind `=` in a declarator. */
function initialValue(declarator: SyntaxNode): SyntaxNode | undefined {
  const equals = declarator.children.findIndex(({ type }) => type === '=')
  return equals < 0 ? undefined : declarator.children[equals + 1]
}

function declarator(node: SyntaxNode): Binding[] {
  const name = node.get('name')
  const list = node.parent
  if (name?.type !== 'identifier' || !list) return []
  const value = initialValue(node)
  if (/field/.test(list.parent?.type ?? ''))
    return member({ name: name.text, kind: 'value', node, value })
  const alone = list.namedChildren.filter(({ type }) => type === node.type).length === 1
  return [{ name: name.text, kind: 'value', node: alone ? list : node, value }]
}

function returned(body: SyntaxNode | undefined): SyntaxNode | undefined {
  if (body?.type === 'arrow_expression_clause') return body.namedChildren[0]
  const statement = body?.namedChildren.length === 1 ? body.namedChildren[0] : undefined
  return statement?.type === 'return_statement' ? statement.namedChildren[0] : undefined
}

function property(node: SyntaxNode): Binding[] {
  const name = node.get('name')?.text
  const given = node.get('value')
  const getter = node.get('accessors')?.children.find((each) => each.get('name')?.text === 'get')
  const value =
    given?.type === 'arrow_expression_clause'
      ? returned(given)
      : (given ?? returned(getter?.get('body')))
  return name ? member({ name, kind: 'value', node, value }) : []
}

/** What a constructor sets a field to is made of names that mean nothing elsewhere. */
function closedValue(name: string, value: SyntaxNode): SyntaxNode | undefined {
  return name.startsWith('this.') && !value.type.endsWith('literal') ? undefined : value
}

function assignment(node: SyntaxNode): Binding[] {
  const [left, right] = [node.get('left'), node.get('right')]
  if (!left || !right || node.parent?.type === 'initializer_expression') return []
  const target = left.type === 'element_access_expression' ? left.get('expression') : undefined
  if (target?.type === 'identifier')
    return [{ name: target.text, kind: 'append', node, value: node }]
  const name = nameOf(left)
  if (name === undefined) return []
  const kind = node.get('operator')?.text === '=' ? 'value' : 'append'
  return [{ name, kind, node, value: closedValue(name, right) }]
}

/** `payload.Add("mn", number);` */
function addition(node: SyntaxNode): Binding[] {
  const callee = node.get('function')
  const receiver = callee?.get('expression')
  const args = node.get('arguments')?.namedChildren ?? []
  const isEntry =
    callee?.get('name')?.text === 'Add' && receiver?.type === 'identifier' && args.length === 2
  return isEntry && node.parent?.type === 'expression_statement'
    ? [{ name: receiver.text, kind: 'append', node, value: node }]
    : []
}

export function bindingsAt(node: SyntaxNode): readonly Binding[] {
  switch (node.type) {
    case 'variable_declarator':
      return declarator(node)
    case 'property_declaration':
      return property(node)
    case 'assignment_expression':
      return assignment(node)
    case 'invocation_expression':
      return addition(node)
    case 'parameter':
    case 'implicit_parameter':
    case 'declaration_expression': {
      const name = node.get('name')?.text ?? (node.type === 'implicit_parameter' ? node.text : '')
      const kind = node.type === 'declaration_expression' ? 'value' : 'parameter'
      return name ? [{ name, kind, node }] : []
    }
    case 'foreach_statement': {
      const left = node.get('left')
      return left?.type === 'identifier' ? [{ name: left.text, kind: 'value', node: left }] : []
    }
    case 'method_declaration':
    case 'local_function_statement': {
      const name = node.get('name')?.text
      return name ? [{ name, kind: 'function', node, value: node }] : []
    }
    default:
      return []
  }
}
