import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { LocalFunction } from '../language.ts'

export const scopes: ReadonlySet<string> = new Set(['function_declaration', 'function_expression'])

function bodyOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.namedChildren.find(({ type }) => /^function_(?:expression_)?body$/.test(type))
}

/** The value of a body that is `=> value`. */
function expressionBody(body: SyntaxNode): SyntaxNode | undefined {
  const [first] = body.namedChildren
  return first?.type === 'block' ? undefined : first
}

export function returnsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const body = bodyOf(node)
  const expression = body && expressionBody(body)
  const returns = node.subtree.flatMap((inner) =>
    inner.type === 'return_statement' && inner.closest(scopes) === node
      ? (inner.namedChildren[0] ?? [])
      : [],
  )
  return expression ? [expression, ...returns] : returns
}

export function parametersOf(node: SyntaxNode): readonly string[] {
  const list = node.subtree.find(({ type }) => type === 'formal_parameter_list')
  return (list?.subtree ?? [])
    .filter(({ type }) => type === 'formal_parameter')
    .map((each) => each.subtree.findLast(({ type }) => type === 'identifier')?.text ?? '')
}

export function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (node.type !== 'function_declaration') return undefined
  return { parameters: parametersOf(node), returns: returnsOf(node) }
}
