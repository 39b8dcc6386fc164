/**
 * Control characters, line and paragraph separators, and marks that turn the direction of writing:
 * a token or an answer that holds them could move the cursor or hide a part of the line.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Text from outside as one line that is safe to show. */
export function printable(text: string): string {
  return text.replace(unsafe, asNumber)
}

function asNumber(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}

const asciiForms: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '→': '->',
  '×': 'x',
  '·': '-',
  '✓': 'ok',
  '✗': '!!',
}

/** For terminals that would show UTF-8 as other characters; escape sequences stay as they are. */
export function toAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => asciiForms[character] ?? asNumber(character))
}
