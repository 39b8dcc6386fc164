import type { EndpointIssue } from './endpoint-issue.ts'
import type { Answer } from './probe.ts'

/** What an answer's body holds. */
export interface ReadAnswer {
  readonly token: string | undefined
  /** What is wrong with the shape that the token came in. */
  readonly issues: readonly EndpointIssue[]
}

const longestPath = 3
const mostMembers = 200

/** A JWT, or base64 long enough for an old signature. */
function looksLikeToken(text: string): boolean {
  return /^[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/.test(text) || /^[A-Za-z0-9+/_-]{60,}={0,2}$/.test(text)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The first member, at any of the upper levels, that holds something like a token. */
function findToken(
  value: unknown,
  path: readonly string[] = [],
): { at: string; token: string } | undefined {
  if (typeof value === 'string') {
    return looksLikeToken(value.trim()) ? { at: path.join('.'), token: value } : undefined
  }
  if (path.length >= longestPath || !isObject(value)) return undefined
  for (const [name, member] of Object.entries(value).slice(0, mostMembers)) {
    const found = findToken(member, [...path, name.slice(0, 40)])
    if (found) return found
  }
  return undefined
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  if (isObject(value)) {
    const names = Object.keys(value)
    if (names.length === 0) return 'an empty object'
    return `an object with ${names
      .slice(0, 8)
      .map((name) => name.slice(0, 40))
      .join(', ')}${names.length > 8 ? ' and more' : ''}`
  }
  return value === null ? 'null' : `a ${typeof value}`
}

function missing(seen: string, token?: string): ReadAnswer {
  const evidence = { field: 'answer', seen, wanted: '{"signature":"…"}' }
  return { token, issues: [{ code: 'endpoint-signature-missing', evidence: [evidence] }] }
}

function bare(seen: string, token: string): ReadAnswer {
  const evidence = { field: 'answer', seen, wanted: '{"signature":"…"}' }
  return { token, issues: [{ code: 'endpoint-answer-is-string', evidence: [evidence] }] }
}

function readJson(value: unknown): ReadAnswer {
  if (typeof value === 'string') return bare(`a JSON string of ${value.length} characters`, value)
  if (isObject(value) && Object.hasOwn(value, 'signature')) {
    const { signature } = value
    if (typeof signature === 'string') return { token: signature, issues: [] }
    return missing(`an object whose signature is ${kindOf(signature)}`)
  }
  const found = findToken(value)
  return found
    ? missing(`${kindOf(value)}; a token is in ${found.at}`, found.token)
    : missing(kindOf(value))
}

function readText(body: string, contentType: string | undefined): ReadAnswer {
  const text = body.trim()
  if (looksLikeToken(text)) return bare(`plain text of ${text.length} characters`, text)
  const kind = /^<(?:!doctype|html|\?xml)/i.test(text)
    ? 'an HTML page'
    : `text of ${text.length} characters`
  const seen = `${text === '' ? 'empty' : kind}, sent as ${contentType ?? 'no content type'}`
  const evidence = { field: 'answer', seen, wanted: '{"signature":"…"}, sent as application/json' }
  return { token: undefined, issues: [{ code: 'endpoint-answer-not-json', evidence: [evidence] }] }
}

/** Takes the token out of an answer, as well as it can be found. */
export function readAnswer({ body, headers, isCut }: Answer): ReadAnswer {
  if (isCut) {
    const evidence = {
      field: 'answer',
      seen: `more than ${body.length} characters`,
      wanted: 'some 300',
    }
    return {
      token: undefined,
      issues: [{ code: 'endpoint-answer-too-large', evidence: [evidence] }],
    }
  }
  try {
    return readJson(JSON.parse(body))
  } catch {
    return readText(body, headers['content-type'])
  }
}
