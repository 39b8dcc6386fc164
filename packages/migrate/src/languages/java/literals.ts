import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { numberIn, unescaped } from '../literals.ts'

/** The value of a string or character literal. */
export function stringOf(node: SyntaxNode): string | undefined {
  const { type, text } = node
  if (type === 'character_literal' || type === 'string_literal') {
    return unescaped(text.startsWith('"""') ? text.slice(3, -3).trim() : text.slice(1, -1))
  }
  return undefined
}

export function numberOf({ type, text }: SyntaxNode): number | undefined {
  const isNumber = /^(?:decimal|hex)_(?:integer|floating_point)_literal$/.test(type)
  return isNumber ? numberIn(text) : undefined
}
