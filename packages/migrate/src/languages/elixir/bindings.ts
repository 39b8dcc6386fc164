import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding } from '../language.ts'
import { argumentsOf, functionName, headOf } from './definitions.ts'

/** `@name` of a module. */
function attributeOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.type === 'unary_operator' && node.get('operator')?.text === '@'
    ? node.get('operand')
    : undefined
}

export function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === 'identifier') return node.text
  return attributeOf(node)?.type === 'identifier' ? node.text.replace(/\s/g, '') : undefined
}

/** `x = value`; the names in a pattern have values that nobody knows. */
function match(node: SyntaxNode): Binding[] {
  const [left, value] = [node.get('left'), node.get('right')]
  if (left?.type === 'identifier')
    return left.text === '_' ? [] : [{ name: left.text, kind: 'value', node, value }]
  const names = left?.subtree.filter(({ type }) => type === 'identifier') ?? []
  return names.map((name) => ({ name: name.text, kind: 'value', node: name }))
}

function attribute(node: SyntaxNode): Binding[] {
  const set = attributeOf(node)
  const name = set?.get('target')?.text
  const value = set && argumentsOf(set)[0]
  return name && value ? [{ name: `@${name}`, kind: 'value', node, value }] : []
}

function definition(node: SyntaxNode): Binding[] {
  const head = headOf(node)
  if (!head) return []
  const own = { name: functionName(head.name), kind: 'function', node, value: node } as const
  return [own, ...head.parameters.flatMap(parameter)]
}

/** Also the names in a pattern: `%{role: role}`. */
function parameter(node: SyntaxNode): Binding[] {
  const target = node.get('left') ?? node
  return target.subtree
    .filter(({ type }) => type === 'identifier')
    .map((name) => ({ name: name.text, kind: 'parameter', node: name }))
}

/** `fn a, b -> … end` */
function clause(node: SyntaxNode): Binding[] {
  return node.parent?.type === 'anonymous_function'
    ? (node.get('left')?.namedChildren ?? []).flatMap(parameter)
    : []
}

export function bindingsAt(node: SyntaxNode): readonly Binding[] {
  switch (node.type) {
    case 'match_expression':
      return match(node)
    case 'unary_operator':
      return attribute(node)
    case 'function_definition':
      return definition(node)
    case 'stab_clause':
      return clause(node)
    default:
      return []
  }
}
