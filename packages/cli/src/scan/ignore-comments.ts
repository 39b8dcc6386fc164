import { issueCatalogue } from '@sigshift/spec'

const comment =
  /sigshift-ignore-next-line\b[ \t]*([a-z0-9-]*(?:[ \t]*,[ \t]*[a-z0-9-]+)*)[ \t]*([^\n]*)/
/** What closes a comment, in the languages that close theirs. */
const closing = /(?:\*\/\}?|-->|--\}\}|#\}|\*@|%>|"""|''')\s*$/

function faultOf(line: string): string | undefined {
  const [found, list = '', rest = ''] = comment.exec(line.replace(closing, '')) ?? []
  if (found === undefined) return undefined
  const codes = list.split(',').map((code) => code.trim())
  if (codes.every((code) => code === '')) return 'names no code'
  const unknown = codes.some((code) => !Object.hasOwn(issueCatalogue, code))
  if (unknown) return 'names a code that does not exist'
  return /[\p{L}\p{N}]/u.test(rest) ? undefined : 'gives no reason'
}

/**
 * Says which comments `sigshift-ignore-next-line CODE reason` are not written so. What they leave
 * out, the scan leaves out.
 */
export function faultyIgnoreComments(file: string, text: string): readonly string[] {
  if (!text.includes('sigshift-ignore-next-line')) return []
  return text.split('\n').flatMap((line, i) => {
    const fault = faultOf(line)
    return fault === undefined ? [] : [`${file}:${i + 1}: sigshift-ignore-next-line ${fault}.`]
  })
}
