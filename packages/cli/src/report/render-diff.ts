import { createStyle } from '../terminal/style.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** A unified diff, coloured where there is colour and never wrapped: it may be applied. */
export function renderDiff(diff: string, terminal: Terminal): string {
  const style = createStyle(terminal)
  const paint = (line: string): string => {
    if (/^(?:---|\+\+\+) /.test(line)) return style.strong(line)
    if (line.startsWith('@@')) return style.code(line)
    if (line.startsWith('-')) return style.error(line)
    return line.startsWith('+') ? style.good(line) : line
  }
  return diff.split('\n').map(paint).join('\n')
}
