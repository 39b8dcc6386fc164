import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { LocalFunction } from '../language.ts'

export const functionTypes: ReadonlySet<string> = new Set([
  'function_declaration',
  'method_declaration',
  'func_literal',
])

function namesIn(list: SyntaxNode | undefined): readonly string[] {
  return (list?.namedChildren ?? []).flatMap((declaration) =>
    declaration.children.filter(({ field }) => field === 'name').map(({ text }) => text),
  )
}

/** The first of several results is the one that counts; beside an error it is empty. */
export function functionOf(node: SyntaxNode): LocalFunction | undefined {
  if (!functionTypes.has(node.type)) return undefined
  const receiver = namesIn(node.get('receiver'))
  const parameters = [...receiver, ...namesIn(node.get('parameters'))]
  const returns: SyntaxNode[] = []
  for (const inner of descendants(node)) {
    const list = inner.type === 'return_statement' ? inner.namedChildren[0] : undefined
    const value = list?.type === 'expression_list' ? list.namedChildren[0] : list
    if (!value || inner.closest(functionTypes) !== node) continue
    if (!/^(?:""|``|nil)$/.test(value.text)) returns.push(value)
  }
  return { parameters, returns, extends: receiver.length > 0 }
}
