import type { SyntaxNode } from '../../syntax/syntax-node.ts'

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', s: ' ' }

/** The value of a string or character literal. */
export function stringOf(node: SyntaxNode): string | undefined {
  const { type, text } = node
  if (type === 'character_literal' || type === 'string_literal') {
    const inner = text.startsWith('"""') ? text.slice(3, -3).trim() : text.slice(1, -1)
    return inner.replace(/\\(.)/g, (_, char: string) => escapes[char] ?? char)
  }
  return undefined
}

/** The value of a number as it is written in Java: `30_000L`, `1e3`, `0xff`. */
export function numberOf({ type, text }: SyntaxNode): number | undefined {
  if (!/^(?:decimal|hex)_(?:integer|floating_point)_literal$/.test(type)) return undefined
  const digits = text.replaceAll('_', '')
  return Number(/^0x/i.test(digits) ? digits.replace(/L$/i, '') : digits.replace(/[LDF]$/i, ''))
}
