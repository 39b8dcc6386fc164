import type { Term } from '../terms/term.ts'

/** `\s` is a blank where it is anything. */
const escapes: Readonly<Record<string, string>> = { b: '\b', n: '\n', r: '\r', s: ' ', t: '\t' }

/** The text that a literal stands for, given what is between its marks. */
export function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code?: string, char = '') =>
    code === undefined ? (escapes[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** The value of a number with what languages let stand in it: `30_000L`, `1e3`, `0xffu`. */
export function numberIn(text: string): number {
  const digits = text.replaceAll('_', '')
  return Number(digits.replace(/^0x/i.test(digits) ? /[ul]+$/i : /[a-z]+$/i, ''))
}

/**
 * The code of a term: a part of a longer literal becomes a literal.
 *
 * @param escaped What has a backslash in front of it there; nothing where the value is as it was written.
 */
export function partCode(term: Term, quote: string, escaped?: RegExp): string {
  if (term.kind !== 'text' || !term.piece) return term.node.text
  return quote + (escaped ? term.value.replace(escaped, String.raw`\$&`) : term.value) + quote
}
