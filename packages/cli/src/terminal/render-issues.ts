import type { Evidence } from '@sigshift/spec'
import type { ShownIssue } from '../shown-issue.ts'
import { printable } from './printable.ts'
import { createStyle } from './style.ts'
import type { Terminal } from './terminal.ts'
import { wrap } from './wrap.ts'

function evidenceText({ field, seen, wanted }: Evidence): string {
  return `${field}: ${seen}${wanted ? `; wanted: ${wanted}` : ''}`
}

/** A URL stays whole, so that it can be opened from the terminal. */
function wrapOrKeep(text: string, columns: number): readonly string[] {
  const safe = printable(text)
  return /^(?:\w+: )?https:\/\/\S+$/.test(safe) ? [safe] : wrap(safe, columns)
}

/** A word in front and the text beside it; below sixty columns the text runs on under the word. */
function labelled(label: string, text: string, terminal: Terminal): readonly string[] {
  const { faint } = createStyle(terminal)
  if (terminal.columns < 60) {
    const [first = '', ...rest] = wrapOrKeep(`${label}: ${text}`, terminal.columns - 3)
    const start = first.slice(0, label.length + 1)
    return [faint(start) + first.slice(start.length), ...rest].map((line) => `   ${line}`)
  }
  const lines = wrapOrKeep(text, terminal.columns - 9)
  return lines.map((line, i) => `   ${i === 0 ? faint(label.padEnd(6)) : ' '.repeat(6)}${line}`)
}

function renderIssue(issue: ShownIssue, number: number, terminal: Terminal): readonly string[] {
  const style = createStyle(terminal)
  const start = `${number}. `
  const words = wrap(`${issue.severity}: ${issue.title}`, terminal.columns - start.length)
  const head = words.map((line, i) => {
    if (i > 0) return `${' '.repeat(start.length)}${style.strong(line)}`
    const [severity = '', ...rest] = line.split(':')
    return `${start}${style[issue.severity](`${severity}:`)}${style.strong(rest.join(':'))}`
  })
  return [
    ...head,
    ...issue.evidence.flatMap((one) => labelled('Seen', evidenceText(one), terminal)),
    ...labelled('Why', issue.cause, terminal),
    ...labelled('Do', issue.remedy, terminal),
    ...labelled('More', issue.url, terminal),
  ]
}

/** Numbered issues with their evidence, cause and remedy, an empty line before each. */
export function renderIssues(issues: readonly ShownIssue[], terminal: Terminal): readonly string[] {
  return issues.flatMap((issue, i) => ['', ...renderIssue(issue, i + 1, terminal)])
}
