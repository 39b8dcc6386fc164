import type { SyntaxNode } from '../../syntax/syntax-node.ts'

const branches: ReadonlySet<string> = new Set([
  'body_statement',
  'begin',
  'then',
  'else',
  'elsif',
  'if',
  'unless',
  'case',
  'when',
  'parenthesized_statements',
])
const conditions: ReadonlySet<string> = new Set(['condition', 'value', 'pattern'])
const alternatives: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'elsif', 'when'])
const notLast: ReadonlySet<string> = new Set(['rescue', 'ensure'])

/** The expressions that a body gives as its value: the last one, in each of its branches. */
export function lastValues(node: SyntaxNode): readonly SyntaxNode[] {
  if (!branches.has(node.type)) return node.type === 'return' ? [] : [node]
  const inner = node.namedChildren.filter(
    ({ field, type }) => !(field && conditions.has(field)) && !notLast.has(type),
  )
  if (alternatives.has(node.type)) return inner.flatMap(lastValues)
  const last = inner.at(-1)
  return last ? lastValues(last) : []
}

/** What `return` gives in a method. */
export function returnedValues(
  method: SyntaxNode,
  scopes: ReadonlySet<string>,
): readonly SyntaxNode[] {
  return method.subtree.flatMap((node) => {
    const value = node.type === 'return' ? node.namedChildren[0]?.namedChildren[0] : undefined
    return value && node.closest(scopes) === method ? [value] : []
  })
}
