/** Line and column of offsets, both from 1; `\n`, `\r\n` and `\r` end a line. */
export class Positions {
  readonly #starts: number[] = [0]

  constructor(text: string) {
    for (const match of text.matchAll(/\r\n|\n|\r/g))
      this.#starts.push(match.index + match[0].length)
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#starts[low] as number) + 1 }
  }

  /** A line's text, with its line end; empty for a line that is not there. */
  textOf(line: number, text: string): string {
    return line < 1 ? '' : text.slice(this.#starts[line - 1] ?? text.length, this.#starts[line])
  }
}
