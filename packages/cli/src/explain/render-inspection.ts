import type { Inspection } from '@sigshift/legacy-detector'
import { isSound } from '../shown-issue.ts'
import { headline } from '../terminal/headline.ts'
import { printable } from '../terminal/printable.ts'
import { renderIssues } from '../terminal/render-issues.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import { renderToken } from './render-token.ts'

/** Verdict, what the token says, its time line, the issues, and what else is worth knowing. */
export function renderInspection(
  inspection: Inspection,
  currentDate: Date,
  terminal: Terminal,
): readonly string[] {
  const { summary, issues, notes } = inspection.explanation
  return [
    ...headline(printable(summary), isSound(issues), terminal),
    ...renderToken(inspection, currentDate, terminal),
    ...renderIssues(issues, terminal),
    ...notes.flatMap((note) => ['', ...wrap(printable(note), terminal.columns)]),
  ]
}
