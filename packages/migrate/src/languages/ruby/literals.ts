import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { unescaped } from '../literals.ts'

/** The value of a literal without interpolation; a symbol is its name. */
export function stringOf(node: SyntaxNode): string | undefined {
  if (node.type === 'simple_symbol') return node.text.slice(1)
  if (node.type === 'hash_key_symbol') return node.text
  if (node.type === 'character') return node.text.slice(1)
  if (node.type !== 'string' && node.type !== 'delimited_symbol') return undefined
  const inner = node.namedChildren
  if (inner.some(({ type }) => type === 'interpolation')) return undefined
  return inner.map(pieceOf).join('')
}

/** What a piece of a literal stands for. */
export function pieceOf({ type, text }: SyntaxNode): string {
  return type === 'escape_sequence' ? unescaped(text) : text
}
