import type { SyntaxNode } from '../../syntax/syntax-node.ts'

/** The value of a string literal or of a template without substitutions. */
export function stringOf(node: SyntaxNode): string | undefined {
  if (node.type === 'template_string') {
    return node.children.some(({ type }) => type === 'template_substitution')
      ? undefined
      : node.text.slice(1, -1)
  }
  if (node.type !== 'string') return undefined
  return node.text.slice(1, -1).replace(/\\(.)/g, '$1')
}

export function numberOf(node: SyntaxNode): number | undefined {
  if (node.type !== 'number') return undefined
  const value = Number(node.text.replaceAll('_', '').replace(/n$/, ''))
  return Number.isFinite(value) ? value : undefined
}
