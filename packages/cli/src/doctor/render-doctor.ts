import { renderToken } from '../explain/render-token.ts'
import { isSound, type ShownIssue } from '../shown-issue.ts'
import { renderFields } from '../terminal/fields.ts'
import { headline } from '../terminal/headline.ts'
import { printable } from '../terminal/printable.ts'
import { renderIssues } from '../terminal/render-issues.ts'
import { createStyle } from '../terminal/style.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import type { Verdict } from './judge.ts'
import type { ShownExchange, ShownRequest } from './shown-request.ts'

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function renderRequest(
  request: ShownRequest,
  number: number,
  terminal: Terminal,
): readonly string[] {
  const { strong } = createStyle(terminal)
  const parts = [
    `${request.method} ${request.url}`,
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
    ...(request.body === undefined ? [] : [request.body]),
  ]
  return [
    ...wrap(`${number}. ${capitalised(request.purpose)}`, terminal.columns).map(strong),
    ...parts.flatMap((part) =>
      wrap(printable(part), terminal.columns - 3).map((line) => `   ${line}`),
    ),
    '',
  ]
}

/** What `--dry-run` says. */
export function renderPlan(
  requests: readonly ShownRequest[],
  terminal: Terminal,
): readonly string[] {
  const last =
    'None of them was sent. Redirects would not be followed, and 64 kB of each answer would be read.'
  return [
    ...requests.flatMap((request, i) => renderRequest(request, i + 1, terminal)),
    ...wrap(last, terminal.columns),
  ]
}

function count(issues: readonly ShownIssue[], severity: ShownIssue['severity']): string[] {
  const found = issues.filter((issue) => issue.severity === severity).length
  return found === 0 ? [] : [`${found} ${severity}${found === 1 ? '' : 's'}`]
}

function verdictWords(issues: readonly ShownIssue[]): string {
  const counts = [...count(issues, 'error'), ...count(issues, 'warning')]
  return counts.length === 0 ? 'Nothing wrong was found' : counts.join(' and ')
}

export function renderDoctor(
  exchanges: readonly ShownExchange[],
  { issues, token }: Verdict,
  currentDate: Date,
  terminal: Terminal,
): readonly string[] {
  const { faint } = createStyle(terminal)
  const outcomes = exchanges.map(
    ({ purpose, method, outcome }) =>
      [capitalised(purpose), printable(`${method}: ${outcome}`)] as const,
  )
  const told = token ? renderToken(token, currentDate, terminal) : []
  return [
    ...headline(
      printable(`${verdictWords(issues)}: ${exchanges[0]?.url ?? ''}`),
      isSound(issues),
      terminal,
    ),
    '',
    ...renderFields(outcomes, terminal),
    ...(token
      ? ['', ...wrap(faint('The token that it gave to the first request:'), 200), ...told]
      : []),
    ...renderIssues(issues, terminal),
  ]
}
