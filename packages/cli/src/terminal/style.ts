import picocolors from 'picocolors'
import { toAscii } from './printable.ts'
import type { Terminal } from './terminal.ts'

type Paint = (text: string) => string

/** The few ways in which text is set off, by meaning. */
export interface Style {
  readonly strong: Paint
  readonly faint: Paint
  readonly code: Paint
  readonly error: Paint
  readonly warning: Paint
  readonly note: Paint
  readonly good: Paint
}

export function createStyle({ colour }: Terminal): Style {
  const paint = picocolors.createColors(colour)
  return {
    strong: paint.bold,
    faint: paint.dim,
    code: paint.cyan,
    error: paint.red,
    warning: paint.yellow,
    note: paint.blue,
    good: paint.green,
  }
}

/** Lines as the text that is written out, in the characters that the terminal can show. */
export function toText(lines: readonly string[], { unicode }: Terminal): string {
  const text = lines.map((line) => `${line.trimEnd()}\n`).join('')
  return unicode ? text : toAscii(text)
}
