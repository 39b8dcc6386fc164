import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { LocalFunction } from '../language.ts'

/** What has a body that runs when it is called. */
export const functionTypes: ReadonlySet<string> = new Set([
  'method_declaration',
  'constructor_declaration',
  'local_function_statement',
  'lambda_expression',
  'anonymous_method_expression',
  'accessor_declaration',
])

function parametersOf(list: SyntaxNode | undefined): readonly string[] {
  if (list?.type === 'implicit_parameter' || list?.type === 'identifier') return [list.text]
  return (list?.namedChildren ?? [])
    .filter(({ type }) => type === 'parameter' || type === 'implicit_parameter')
    .map((parameter) => parameter.get('name')?.text ?? parameter.text)
}

function returnsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const body = node.get('body')
  if (!body) return []
  if (body.type !== 'block') {
    const value = body.type === 'arrow_expression_clause' ? body.namedChildren[0] : body
    return value ? [value] : []
  }
  return descendants(body).flatMap((inner) => {
    const value = inner.type === 'return_statement' ? inner.namedChildren[0] : undefined
    return value && inner.closest(functionTypes) === node ? [value] : []
  })
}

export function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (!functionTypes.has(node.type)) return undefined
  const list = node.get('parameters')
  return {
    parameters: parametersOf(list),
    returns: returnsOf(node),
    extends: /^\(\s*this\b/.test(list?.text ?? ''),
  }
}
