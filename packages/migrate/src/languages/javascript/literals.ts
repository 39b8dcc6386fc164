import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { numberIn, unescaped } from '../literals.ts'

/** The value of a string literal or of a template without substitutions. */
export function stringOf(node: SyntaxNode): string | undefined {
  if (node.type === 'template_string') {
    return node.children.some(({ type }) => type === 'template_substitution')
      ? undefined
      : node.text.slice(1, -1)
  }
  if (node.type !== 'string') return undefined
  return unescaped(node.text.slice(1, -1))
}

export function numberOf(node: SyntaxNode): number | undefined {
  if (node.type !== 'number') return undefined
  const value = numberIn(node.text)
  return Number.isFinite(value) ? value : undefined
}
