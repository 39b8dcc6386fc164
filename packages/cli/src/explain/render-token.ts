import type { Inspection } from '@sigshift/legacy-detector'
import { type Field, renderFields } from '../terminal/fields.ts'
import { printable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type Mark, renderTimeLine } from '../terminal/time-line.ts'

const macWords = {
  verified: 'made with this secret',
  mismatch: 'not made with this secret',
  // The explanation's notes say that there was no secret to check it with.
  unknown: undefined,
} as const

function mark(label: string, date: Date | undefined): Mark | undefined {
  return date && { label, date }
}

/** What the token says, and its life as a picture. */
export function renderToken(
  { fields, mac, wrappers, explanation }: Inspection,
  currentDate: Date,
  terminal: Terminal,
): readonly string[] {
  // What the MAC proves is of use; its characters are not.
  const rows: Field[] = explanation.fields
    .filter(({ name }) => name !== 'mac')
    .map(({ label, text }) => [label, printable(text)])
  const verdict = macWords[mac]
  if (verdict) rows.push(['MAC', verdict])
  for (const { seen } of wrappers) rows.push(['Taken off', printable(seen)])
  const from = mark('issued', fields.issuedAt)
  const to = mark('expires', fields.expiresAt)
  const picture = renderTimeLine(
    { ...(from && { from }), ...(to && { to }), now: { label: 'now', date: currentDate } },
    terminal,
  )
  return [
    ...(rows.length > 0 ? ['', ...renderFields(rows, terminal)] : []),
    ...(picture.length > 0 ? ['', ...picture] : []),
  ]
}
