import { createStyle } from './style.ts'
import type { Terminal } from './terminal.ts'
import { wrap } from './wrap.ts'

/** A label and what it names. */
export type Field = readonly [label: string, value: string]

/** Below this the values would have no room beside their labels. */
const sideBySideColumns = 60

/** Labels and values: beside each other where there is room, else the value below its label. */
export function renderFields(fields: readonly Field[], terminal: Terminal): readonly string[] {
  const { faint } = createStyle(terminal)
  const { columns } = terminal
  if (columns < sideBySideColumns) {
    return fields.flatMap(([label, value]) => [
      faint(label),
      ...wrap(value, columns - 2).map((line) => `  ${line}`),
    ])
  }
  const labelColumns = Math.max(0, ...fields.map(([label]) => label.length)) + 2
  return fields.flatMap(([label, value]) =>
    wrap(value, columns - labelColumns).map((line, i) => {
      const start =
        i === 0 ? faint(label) + ' '.repeat(labelColumns - label.length) : ' '.repeat(labelColumns)
      return start + line
    }),
  )
}
