import type { ShownFinding } from '../scan/shown-finding.ts'
import { codeLine } from '../terminal/code-line.ts'
import { headline } from '../terminal/headline.ts'
import { printable } from '../terminal/printable.ts'
import { createStyle, toText } from '../terminal/style.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import { renderDiff } from './render-diff.ts'
import type { Change, Report } from './report.ts'
import { totalsOf } from './totals.ts'

/** Below this, text stands under the place and not beside it. */
const besideColumns = 60

function placeWords({ line, column }: ShownFinding): string {
  return `${line}:${column}`
}

function facts(finding: ShownFinding): readonly string[] {
  const { notes, commentedOut, secretInBrowser, confidence, origin } = finding
  return [
    ...notes,
    ...(origin === undefined ? [] : [`follows ${origin}`]),
    ...(commentedOut ? ['commented out'] : []),
    ...(secretInBrowser && !notes.some((note) => note.includes('rotate'))
      ? ['the secret is in reach of a browser: rotate it']
      : []),
    ...(confidence === 'high' ? [] : [`${confidence} confidence`]),
  ]
}

function howWords({ fixable, manual, remedy }: ShownFinding): string {
  return fixable ? 'sigshift migrate rewrites it.' : `By hand: ${manual?.reason ?? remedy}`
}

/** Code to paste stays in lines that can be copied, however narrow the terminal is. */
function pasteLines({ manual }: ShownFinding, { command }: Report): readonly string[] {
  if (command === 'scan' || manual?.replacement === undefined) return []
  return ['To paste:', ...manual.replacement.split(/\r?\n/).map((line) => `  ${codeLine(line)}`)]
}

function cut(text: string, columns: number): string {
  const characters = [...text]
  return characters.length <= columns ? text : `${characters.slice(0, columns - 1).join('')}…`
}

function renderFinding(
  finding: ShownFinding,
  report: Report,
  terminal: Terminal,
): readonly string[] {
  const style = createStyle(terminal)
  const place = placeWords(finding)
  const indent = terminal.columns < besideColumns ? 4 : 10
  const room = terminal.columns - indent
  const start = ' '.repeat(indent)
  const known = facts(finding)
  const [title = '', ...rest] = wrap(
    `${finding.severity}: ${finding.title} [${finding.code}]`,
    room,
  )
  const painted = title.replace(/^\w+:/, (word) => style[finding.severity](word))
  const body = [
    ...rest,
    ...(finding.snippet === '' ? [] : [style.faint(cut(codeLine(finding.snippet), room))]),
    ...(known.length > 0 ? wrap(printable(`${known.join('; ')}.`), room) : []),
    ...wrap(printable(howWords(finding)), room),
    ...pasteLines(finding, report),
  ].map((line) => start + line)
  const isBeside = place.length + 2 < indent
  return isBeside
    ? [`  ${place.padEnd(indent - 2)}${painted}`, ...body]
    : [`  ${place}`, start + painted, ...body]
}

function renderFiles(
  findings: readonly ShownFinding[],
  report: Report,
  terminal: Terminal,
): readonly string[] {
  const { strong } = createStyle(terminal)
  let file: string | undefined
  return findings.flatMap((finding) => {
    const isNew = finding.file !== file
    file = finding.file
    const head = isNew ? ['', ...wrap(printable(file), terminal.columns).map(strong)] : []
    return [...head, ...renderFinding(finding, report, terminal)]
  })
}

/** What to do about each code, once, however often it was found. */
function renderRemedies(findings: readonly ShownFinding[], terminal: Terminal): readonly string[] {
  const { faint } = createStyle(terminal)
  const byCode = new Map(findings.map((finding) => [finding.code, finding]))
  return [...byCode.values()].flatMap(({ code, remedy, url }, i) => [
    ...(i === 0 ? [''] : []),
    ...wrap(`${code}: ${remedy}`, terminal.columns),
    faint(`  ${url}`),
  ])
}

const outcomes: Readonly<Record<Change['outcome'], string>> = {
  pending: 'would be rewritten',
  declined: 'left as it is',
  written: 'rewritten',
  'changed-since-scan': 'not written: it changed since it was scanned',
  missing: 'not written: it is gone',
  'outside-root': 'not written: it is no plain file inside the folder',
  'not-writable': 'not written: it cannot be written',
}

function renderOutcomes({ changes }: Report, terminal: Terminal): readonly string[] {
  const style = createStyle(terminal)
  const told = changes.filter(({ diff, outcome }) => outcome !== 'pending' || diff === undefined)
  return told.flatMap(({ file, outcome }, i) => {
    const isFault = !['pending', 'declined', 'written'].includes(outcome)
    const paint = isFault ? style.error : style.good
    const lines = wrap(printable(`${file}: ${outcomes[outcome]}`), terminal.columns)
    return [...(i === 0 ? [''] : []), ...lines.map(paint)]
  })
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`
}

function verdict({ command, findings, changes }: Report, told: readonly ShownFinding[]): string {
  if (command === 'scan') {
    const files = new Set(findings.map(({ file }) => file)).size
    return findings.length === 0
      ? 'Nothing old was found'
      : `${count(findings.length, 'finding')} in ${count(files, 'file')}`
  }
  const filesThat = (outcome: Change['outcome']): number =>
    changes.filter((change) => change.outcome === outcome).length
  const [written, pending] = [filesThat('written'), filesThat('pending')]
  const left = changes.length - written - pending
  const parts = [
    ...(written > 0 ? [`${count(written, 'file')} rewritten`] : []),
    ...(pending > 0 ? [`${count(pending, 'file')} to be rewritten`] : []),
    ...(left > 0 ? [`${count(left, 'file')} left as they are`] : []),
    ...(told.length > 0 ? [`${count(told.length, 'finding')} left for you`] : []),
  ]
  return parts.length === 0 ? 'Nothing is to be migrated' : parts.join(', ')
}

/** For people. Diffs come first and as they are, so that what is piped can be applied. */
export function renderText(report: Report, terminal: Terminal): string {
  const { command, findings, changes, hint, isBrief } = report
  const pending = changes.filter(({ outcome }) => outcome === 'pending')
  const inDiffs = new Set(pending.map(({ file }) => file))
  const told = findings.filter(
    ({ fixable, file }) => !isBrief && (command === 'scan' || !(fixable && inDiffs.has(file))),
  )
  const isSound =
    (isBrief || findings.length === 0) && changes.every(({ outcome }) => outcome === 'written')
  const lines = [
    ...headline(verdict(report, told), isSound, terminal),
    ...renderFiles(told, report, terminal),
    ...renderRemedies(told, terminal),
    ...renderOutcomes(report, terminal),
    '',
    ...totalsOf(report).flatMap((line) => wrap(line, terminal.columns)),
    ...(hint === undefined ? [] : ['', ...wrap(printable(hint), terminal.columns)]),
  ]
  const diffs = pending.flatMap(({ diff }) =>
    diff === undefined ? [] : [renderDiff(diff, terminal)],
  )
  return (diffs.length === 0 ? '' : `${diffs.join('')}\n`) + toText(lines, terminal)
}
