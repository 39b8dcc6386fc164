import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { unescaped } from '../literals.ts'

const literals: ReadonlySet<string> = new Set(['string', 'charlist', 'sigil'])

/** The pieces of a literal and what is put in between them. */
export function piecesOf(node: SyntaxNode): readonly SyntaxNode[] | undefined {
  if (!literals.has(node.type)) return undefined
  if (/^~(?![sScC])/.test(node.text)) return undefined
  return node.namedChildren.filter(({ type }) =>
    /^(?:quoted_content|escape_sequence|interpolation)$/.test(type),
  )
}

/** What a piece of a literal stands for. */
export function pieceOf({ type, text }: SyntaxNode): string {
  return type === 'escape_sequence' ? unescaped(text) : text
}

/** The value of a literal without interpolation; a key is its name. */
export function stringOf(node: SyntaxNode): string | undefined {
  if (node.type === 'atom') return node.text.slice(1)
  if (node.type === 'keyword') return node.text.replace(/:\s*$/, '')
  const pieces = piecesOf(node)
  if (!pieces || pieces.some(({ type }) => type === 'interpolation')) return undefined
  return pieces.map(pieceOf).join('')
}
