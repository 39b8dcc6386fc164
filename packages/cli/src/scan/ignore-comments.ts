import { issueCatalogue } from '@sigshift/spec'

/** `sigshift-ignore-next-line CODE reason` as it was found. */
export interface IgnoreComment {
  /** The line that it stands on, counted from 1. */
  readonly line: number
  /** The line that it is about: the next one that is not such a comment itself. */
  readonly target: number
  readonly code: string
  readonly reason: string
}

/** What can open a comment in the languages that are scanned, and in most others. */
const comment =
  /(?:\/\/|\/\*|(?:^|\s)\*|#|--|<!--|;|%|\{\{--|\{#|@\*|<%#|"""|'''|(?:^|\s)'|\bREM\b)[!\s]*sigshift-ignore-next-line\b[ \t]*([^\s*]*)([^\n]*)/
/** What closes one. */
const closing = /\s*(?:\*\/\}?|-->|--\}\}|#\}|\*@|%>|"""|''')\s*$/

function parseLine(line: string): { readonly code: string; readonly reason: string } | undefined {
  const [found, code = '', rest = ''] = comment.exec(line) ?? []
  if (found === undefined) return undefined
  const isClosed = closing.test(` ${code}`)
  return {
    code: isClosed ? '' : code,
    reason: isClosed ? '' : rest.replace(closing, '').replace(/^[\s:–—-]+/, '').trim(),
  }
}

/** Every such comment of a text, each for one code. */
export function findIgnoreComments(text: string): readonly IgnoreComment[] {
  if (!text.includes('sigshift-ignore-next-line')) return []
  const lines = text.split('\n').map((line) => parseLine(line.replace(/\r$/, '')))
  return lines.flatMap((parsed, i) => {
    if (!parsed) return []
    const next = lines.findIndex((other, j) => j > i && other === undefined)
    return [{ ...parsed, line: i + 1, target: (next < 0 ? lines.length : next) + 1 }]
  })
}

/** Why a comment does nothing, if it does nothing. */
export function faultOf({ code, reason }: IgnoreComment): string | undefined {
  if (code === '') return 'names no code'
  if (!Object.hasOwn(issueCatalogue, code)) return 'names a code that does not exist'
  return reason === '' ? 'gives no reason' : undefined
}
