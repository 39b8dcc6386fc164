import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { LocalFunction } from '../language.ts'

export const scopes: ReadonlySet<string> = new Set([
  'function_declaration',
  'lambda_literal',
  'anonymous_function',
  'getter',
  'secondary_constructor',
  'anonymous_initializer',
])

/** `fun name() = expression` */
function expressionBody(body: SyntaxNode): SyntaxNode | undefined {
  return body.children[0]?.type === '=' ? body.namedChildren[0] : undefined
}

export function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (node.type !== 'function_declaration') return undefined
  const list = node.namedChildren.find(({ type }) => type === 'function_value_parameters')
  const parameters = (list?.namedChildren ?? [])
    .filter(({ type }) => type === 'parameter')
    .map((each) => each.namedChildren[0]?.text ?? '')
  const body = node.namedChildren.find(({ type }) => type === 'function_body')
  const expression = body && expressionBody(body)
  const returns = node.subtree.flatMap((inner) => {
    const isReturn = inner.type === 'jump_expression' && /^return\b/.test(inner.text)
    const value = isReturn && inner.closest(scopes) === node ? inner.namedChildren[0] : undefined
    return value ?? []
  })
  return { parameters, returns: expression ? [expression, ...returns] : returns }
}
