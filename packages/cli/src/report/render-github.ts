import type { ShownFinding } from '../scan/shown-finding.ts'
import { printable } from '../terminal/printable.ts'
import type { Report } from './report.ts'
import { totalsOf } from './totals.ts'

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const

/** The runner turns these back, and no other character, before it uses a value. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Line ends are kept for the runner; every other control character would reach the log as it is. */
function escapeProperty(text: string): string {
  const safe = text
    .split(/([\r\n])/)
    .map((part) => (/^[\r\n]$/.test(part) ? part : printable(part)))
    .join('')
  return escapeData(safe).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function messageOf({ title, remedy, manual, fixable, url }: ShownFinding): string {
  const how = fixable ? 'sigshift migrate rewrites it.' : (manual?.reason ?? '')
  return printable([`${title}.`, remedy, how, url].filter((part) => part !== '').join(' '))
}

function commandOf(finding: ShownFinding): string {
  const { file, line, column, endLine, endColumn, code, severity } = finding
  const properties = [
    ['file', escapeProperty(file)],
    ['line', line],
    ['endLine', endLine],
    // Columns are only shown of a place on one line.
    ...(line === endLine ? [['col', column] as const, ['endColumn', endColumn] as const] : []),
    ['title', escapeProperty(code)],
  ]
  const list = properties.map(([name, value]) => `${name}=${value}`).join(',')
  return `::${commands[severity]} ${list}::${escapeData(messageOf(finding))}\n`
}

/** Commands by which GitHub's runner puts the findings beside the lines of a pull request. */
export function renderGithub(report: Report): string {
  return [...report.findings.map(commandOf), ...totalsOf(report).map((line) => `${line}\n`)].join(
    '',
  )
}
