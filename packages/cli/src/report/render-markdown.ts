import type { ShownFinding } from '../scan/shown-finding.ts'
import { codeLine } from '../terminal/code-line.ts'
import { printable } from '../terminal/printable.ts'
import type { Change, Report } from './report.ts'
import { totalsOf } from './totals.ts'

/** Text that stays what it is, also in a table. */
function escapeText(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>|#&~]/g, '\\$&')
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

/** A code span for any text; a table ends its cells at `|` in spans as well. */
function codeSpan(text: string): string {
  const safe = printable(text).replaceAll('|', '\\|')
  const marks = '`'.repeat(longestRun(safe) + 1)
  return /^`|`$/.test(safe) ? `${marks} ${safe} ${marks}` : marks + safe + marks
}

/** A code block whose fence no line of the text can end. */
function codeBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  const lines = text.replace(/\n$/, '').split('\n')
  return [fence + language, ...lines.map(codeLine), fence].join('\n')
}

function row(finding: ShownFinding): string {
  const { file, line, code, severity, title, url, fixable, manual } = finding
  const how = fixable
    ? 'rewritten by `sigshift migrate`'
    : `by hand: ${manual?.reason ?? finding.remedy}`
  const cells = [
    codeSpan(`${file}:${line}`),
    severity,
    `[${escapeText(title)}](${url} "${code}")`,
    fixable ? how : escapeText(how),
  ]
  return `| ${cells.join(' | ')} |`
}

function replacements(findings: readonly ShownFinding[]): readonly string[] {
  return findings.flatMap(({ file, line, language, manual }) =>
    manual?.replacement === undefined
      ? []
      : [
          `\nTo paste at ${codeSpan(`${file}:${line}`)}:\n`,
          codeBlock(language, manual.replacement),
        ],
  )
}

function diffs(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ file, diff, outcome }) =>
    diff === undefined ? [] : [`\n${codeSpan(file)} (${outcome}):\n`, codeBlock('diff', diff)],
  )
}

/** For a pull request's comment or a job's summary. */
export function renderMarkdown(report: Report): string {
  const { command, findings, changes } = report
  const table = ['', '| place | severity | what | how |', '|---|---|---|---|', ...findings.map(row)]
  const lines = [
    `## sigshift ${command}`,
    ...(findings.length > 0 ? table : []),
    ...(command === 'migrate' ? replacements(findings) : []),
    ...diffs(changes),
    '',
    ...totalsOf(report).map((line) => `${line}  `.trimEnd()),
  ]
  return `${lines.join('\n')}\n`
}
