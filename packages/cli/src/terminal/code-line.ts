/** Control characters and marks that turn the direction of writing; joiners of emoji are none. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A line of somebody's code, safe to show and else as it is: with its tabs and its `\r` at the end. */
export function codeLine(line: string): string {
  return line.replace(unsafe, (character, offset: number) => {
    const isKept = character === '\t' || (character === '\r' && offset === line.length - 1)
    return isKept ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
}
