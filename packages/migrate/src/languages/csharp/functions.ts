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

export function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (!functionTypes.has(node.type)) return undefined
  const parameters = parametersOf(node.get('parameters'))
  const isExtension = /^\(\s*this\b/.test(node.get('parameters')?.text ?? '')
  const body = node.get('body')
  if (body && body.type !== 'block') {
    const value = body.type === 'arrow_expression_clause' ? body.namedChildren[0] : body
    return { parameters, returns: value ? [value] : [], extends: isExtension }
  }
  const returns: SyntaxNode[] = []
  for (const inner of body ? descendants(body) : []) {
    const value = inner.type === 'return_statement' ? inner.namedChildren[0] : undefined
    if (value && inner.closest(functionTypes) === node) returns.push(value)
  }
  return { parameters, returns, extends: isExtension }
}
