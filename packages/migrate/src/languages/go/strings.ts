import type { SyntaxNode } from '../../syntax/syntax-node.ts'

/** The value of a literal, as it is written: escapes stay. */
export function stringOf(node: SyntaxNode): string | undefined {
  return /^(?:interpreted|raw)_string_literal$/.test(node.type) ? node.text.slice(1, -1) : undefined
}
