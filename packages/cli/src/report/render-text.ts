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

/** Findings of one file with the same words, told once with all their places. */
type Group = readonly [ShownFinding, ...ShownFinding[]]

function groupsOf(findings: readonly ShownFinding[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const { file, code, severity, manual } = finding
    const alone = manual?.replacement === undefined ? '' : placeWords(finding)
    const words = [file, code, severity, howWords(finding), ...facts(finding), alone]
    const key = JSON.stringify(words)
    const before = groups.get(key)
    groups.set(key, before ? [...before, finding] : [finding])
  }
  return [...groups.values()]
}

function renderGroup(
  [finding, ...others]: Group,
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
    ...(others.length > 0 ? wrap(`also at ${others.map(placeWords).join(', ')}`, room) : []),
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
  return groupsOf(findings).flatMap((group) => {
    const [finding] = group
    const isNew = finding.file !== file
    file = finding.file
    const head = isNew ? ['', ...wrap(printable(file), terminal.columns).map(strong)] : []
    return [...head, ...renderGroup(group, report, terminal)]
  })
}

/** What `migrate` does about a finding only where that is asked for. */
function onRequest(findings: readonly ShownFinding[], code: ShownFinding['code']): string {
  const left = findings.filter((finding) => finding.code === code && !finding.fixable)
  if (code === 'legacy-env-name' && left.some(({ snippet }) => /ZOOM_JWT_/.test(snippet))) {
    return 'sigshift migrate --rename-env legacy renames ZOOM_JWT_... names everywhere.'
  }
  return code === 'legacy-package' && left.some(({ snippet }) => /@zoomus\/websdk/.test(snippet))
    ? 'sigshift migrate --package puts @zoom/meetingsdk in its place.'
    : ''
}

/** What to do about each code, once, however often it was found. */
function renderRemedies(findings: readonly ShownFinding[], terminal: Terminal): readonly string[] {
  const { faint } = createStyle(terminal)
  const byCode = new Map(findings.map((finding) => [finding.code, finding]))
  return [...byCode.values()].flatMap(({ code, remedy, url }, i) => {
    const text = [`${code}: ${remedy}`, onRequest(findings, code)].join(' ').trim()
    return [...(i === 0 ? [''] : []), ...wrap(text, terminal.columns), faint(`  ${url}`)]
  })
}

const outcomes: Readonly<Record<Change['outcome'], string>> = {
  pending: 'would be rewritten',
  declined: 'left as it is',
  written: 'rewritten',
  'already-applied': 'already applied',
  'changed-since-scan': 'not written: it changed since it was scanned',
  'waits-for-others': 'not written: the files that it goes with are not rewritten',
  missing: 'not written: it is gone',
  'outside-root': 'not written: it is no plain file inside the folder',
  'not-writable': 'not written: it cannot be written',
}

/** Outcomes after which nothing is to be done about a file. */
const done: readonly Change['outcome'][] = ['written', 'already-applied']

function renderOutcomes({ changes }: Report, terminal: Terminal): readonly string[] {
  const style = createStyle(terminal)
  const told = changes.filter(({ diff, outcome }) => outcome !== 'pending' || diff === undefined)
  return told.flatMap(({ file, outcome }, i) => {
    const isFault = !['pending', 'declined', ...done].includes(outcome)
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
  const applied = filesThat('already-applied')
  const left = changes.length - written - pending - applied
  const parts = [
    ...(written > 0 ? [`${count(written, 'file')} rewritten`] : []),
    ...(pending > 0 ? [`${count(pending, 'file')} to be rewritten`] : []),
    ...(applied > 0 ? [`${count(applied, 'file')} already as planned`] : []),
    ...(left > 0 ? [`${count(left, 'file')} left as ${left === 1 ? 'it is' : 'they are'}`] : []),
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
    (isBrief || findings.length === 0) && changes.every(({ outcome }) => done.includes(outcome))
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
