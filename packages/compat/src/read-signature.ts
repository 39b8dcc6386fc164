import type { IssueCode } from '@sigshift/spec'
import { EndpointError } from './endpoint-error.ts'

/** What came back: `text` is absent where it was too long to be read to its end. */
export interface Answer {
  readonly status: number
  readonly mediaType: string
  readonly text: string | undefined
}

const jwt = /^[\w-]+\.[\w-]+\.[\w-]+$/
const wanted = '{"signature": "..."} or the token as text'
const longestName = 32

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** The names of the members, without those that are long enough to be a token. */
function describeMembers(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `not in an answer that is ${value}`
  const names = Object.keys(value).filter((name) => name.length <= longestName)
  return `not among the members ${names.slice(0, 8).join(', ') || '(none)'}`
}

/**
 * Takes the token out of an answer: `{"signature": "..."}` as Zoom's sample gives it, a JSON string,
 * or bare text.
 *
 * @throws {EndpointError} where there is none.
 */
export function readSignature({ status, mediaType, text }: Answer): string {
  const refuse = (code: IssueCode, field: string, seen: string, want: string): never => {
    throw new EndpointError({ code, evidence: [{ field, seen, wanted: want }] }, { status })
  }
  if (status < 200 || status > 299) {
    return refuse('endpoint-error-status', 'status', String(status), '200')
  }
  if (text === undefined) {
    return refuse('endpoint-answer-too-large', 'answer', 'longer than we read', wanted)
  }
  const json = parseJson(text)
  if (!json) {
    const seen = `text of ${text.length} characters, ${mediaType || 'without a media type'}`
    return jwt.test(text) ? text : refuse('endpoint-answer-not-json', 'answer', seen, wanted)
  }
  const { value } = json
  const signature =
    typeof value === 'object' && value !== null && 'signature' in value ? value.signature : value
  if (typeof signature !== 'string' || signature === '') {
    return refuse('endpoint-signature-missing', 'signature', describeMembers(value), wanted)
  }
  if (!jwt.test(signature)) {
    const seen = `text of ${signature.length} characters`
    return refuse('not-a-signature', 'signature', seen, 'a JWT, three base64url parts with dots')
  }
  return signature
}
