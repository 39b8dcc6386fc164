import { type IgnoreComment, ignoreCommentsIn, ignoreDirective } from '@sigshift/migrate'
import type { ShownFinding } from './shown-finding.ts'

const faults: Readonly<Record<NonNullable<IgnoreComment['fault']>, string>> = {
  'no-code': 'names no code',
  'unknown-code': 'names a code that does not exist',
  'no-reason': 'gives no reason',
}

/** What to write, with the codes that stand on the next line, or else with one for an example. */
function advice(codes: readonly string[]): string {
  const list = codes.length > 0 ? [...new Set(codes)].join(', ') : 'legacy-hmac-code'
  return `Write: ${ignoreDirective} ${list} why it may stay`
}

function warningOf(comment: IgnoreComment, nextLine: readonly ShownFinding[]): string | undefined {
  const { codes, fault } = comment
  if (fault) {
    const wanted = nextLine.filter(({ suppressed }) => suppressed?.by !== 'comment')
    return `${ignoreDirective} ${faults[fault]} and ignores nothing. ${advice(wanted.map(({ code }) => code))}`
  }
  const unused = codes.filter(
    (code) =>
      !nextLine.some((finding) => finding.code === code && finding.suppressed?.by === 'comment'),
  )
  if (unused.length === 0) return undefined
  return `${ignoreDirective} ${unused.join(', ')} is unused: the next line has no such finding. Take it out.`
}

/** Comments of a file that ignore nothing, and what to do about each. */
export function ignoreWarnings(
  file: string,
  text: string,
  findings: readonly ShownFinding[],
): readonly string[] {
  return ignoreCommentsIn(text).flatMap((comment) => {
    const nextLine = findings.filter(({ line }) => line === comment.line + 1)
    const warning = warningOf(comment, nextLine)
    return warning === undefined ? [] : [`${file}:${comment.line}: ${warning}`]
  })
}
