import { issueCatalogue } from '@sigshift/spec'

/** The word by which a comment passes over the line below it. */
export const ignoreDirective = 'sigshift-ignore-next-line'

/** A comment `sigshift-ignore-next-line CODE reason`, as it is written. */
export interface IgnoreComment {
  /** The comment's own line, from 1; it is about the next one. */
  readonly line: number
  readonly codes: readonly string[]
  readonly reason: string
  /** What it lacks; a comment with a fault passes over nothing. */
  readonly fault?: 'no-code' | 'unknown-code' | 'no-reason'
}

/** What opens a comment in some language stands right before the word. */
const comment = new RegExp(
  `(?:/[/*]|[#*;%@]|--|<!|"""|'''|'|\\brem)[ \\t!*#/-]*${ignoreDirective}\\b[ \\t]*([a-z0-9-]*(?:[ \\t]*,[ \\t]*[a-z0-9-]+)*)[ \\t]*(.*)`,
  'i',
)
/** What closes a comment, in the languages that close theirs. */
const closing = /(?:\*\/\}?|--\}\}|-->|#\}|\*@|%>|"""|''')\s*$/

function faultOf(codes: readonly string[], reason: string): IgnoreComment['fault'] {
  if (codes.length === 0) return 'no-code'
  if (codes.some((code) => !Object.hasOwn(issueCatalogue, code))) return 'unknown-code'
  return /[\p{L}\p{N}]/u.test(reason) ? undefined : 'no-reason'
}

function ignoreCommentOf(text: string, line: number): IgnoreComment | undefined {
  const [found, list = '', rest = ''] = comment.exec(text.replace(closing, '')) ?? []
  if (found === undefined) return undefined
  const codes = list.split(/[ \t]*,[ \t]*/).filter((code) => code !== '')
  const reason = rest.replace(/^[-–—:,\s]+/, '').trim()
  const fault = faultOf(codes, reason)
  return { line, codes, reason, ...(fault ? { fault } : {}) }
}

/**
 * The comments of a text that pass over a line, or mean to, in the comment marks of any language; in
 * order of lines. Those with a `fault` pass over nothing.
 *
 * @example
 * ```ts
 * import { ignoreCommentsIn } from '@sigshift/migrate'
 *
 * const [found] = ignoreCommentsIn('// sigshift-ignore-next-line legacy-hmac-code for a partner')
 * found?.codes // => ['legacy-hmac-code']
 * found?.reason // => 'for a partner'
 * ```
 */
export function ignoreCommentsIn(text: string): readonly IgnoreComment[] {
  if (!text.includes(ignoreDirective)) return []
  return text
    .split(/\r\n|\n|\r/)
    .flatMap((line, i) => (line.includes(ignoreDirective) ? [ignoreCommentOf(line, i + 1)] : []))
    .filter((found) => found !== undefined)
}

/** The comment that passes over a finding. */
export function ignoringComment(
  comments: readonly IgnoreComment[],
  { code, line }: { readonly code: string; readonly line: number },
): IgnoreComment | undefined {
  return comments.find(
    (each) => each.line === line - 1 && each.fault === undefined && each.codes.includes(code),
  )
}
