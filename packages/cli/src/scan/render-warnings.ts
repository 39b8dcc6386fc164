import { printable } from '../terminal/printable.ts'
import { createStyle, toText } from '../terminal/style.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'

/** What goes to standard error beside a report. */
export function renderWarnings(warnings: readonly string[], terminal: Terminal): string {
  const { warning } = createStyle(terminal)
  const lines = warnings.flatMap((text) => wrap(printable(`sigshift: ${text}`), terminal.columns))
  return toText(lines.map(warning), terminal)
}
