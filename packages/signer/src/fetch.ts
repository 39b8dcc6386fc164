import {
  createInputParser,
  describeValue,
  type InputOf,
  type Issue,
  type IssueCode,
  issueUrl,
  meetingSdk,
  type ParsedInput,
} from '@sigshift/spec'
import { createSigner, type SignerOptions } from './index.ts'

/** What a page asked for, checked. */
export type MeetingAsk = ParsedInput<typeof meetingSdk>

/** What one request may have. */
export interface Grant {
  /** `[0]` for participants; only a list with 1 makes a host. */
  readonly roles: readonly InputOf<typeof meetingSdk>['role'][]
  /** Digits only; any number where the member is not there. */
  readonly meetingNumbers?: readonly string[]
  /**
   * The longest lifetime in seconds, 1801 or more; the profile's where absent. Who asks for none gets
   * the default of 7200, or this if it is less.
   */
  readonly maxLifetimeSeconds?: number
}

export interface SignatureHandlerOptions extends SignerOptions {
  /**
   * Decides what a request may have: look at its session, not at what it asks for. `false` for
   * nothing at all. Where it throws, the handler rejects and nothing is signed. The body of the
   * request has been read.
   */
  readonly authorize: (request: Request, ask: MeetingAsk) => Grant | false | Promise<Grant | false>
}

const mostBytes = 16_384

interface Refusal {
  readonly status: number
  readonly code: IssueCode
  readonly detail: string
  readonly issues?: readonly Issue[]
  readonly headers?: Readonly<Record<string, string>>
}

function answer(status: number, body: object, type: string, headers = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}

/** RFC 9457, with the page of the code in place of words that would be carried along here. */
function refuse({ status, code, detail, issues, headers }: Refusal): Response {
  const errors = issues?.slice(0, 16).map(({ code: each, evidence: [fact] }) => ({
    code: each,
    pointer: each === 'request-body-invalid' ? '' : `/${fact?.field}`,
    detail: `${fact?.field} is ${fact?.seen}, wanted ${fact?.wanted}`,
  }))
  const problem = { type: issueUrl(code), status, detail, code, ...(errors ? { errors } : {}) }
  return answer(status, problem, 'application/problem+json', headers)
}

const tooLarge: Refusal = {
  status: 413,
  code: 'request-body-too-large',
  detail: `The body is larger than ${mostBytes} bytes.`,
}

/** The text of a body, read no further than the limit. */
async function readBody(request: Request): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength
    if (bytes > mostBytes) {
      await reader?.cancel()
      return undefined
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Zoom's sample takes `"1"` for `1`, and front ends that were made for it send that. */
const parse = createInputParser(meetingSdk, { numericStrings: true })

async function readAsk(request: Request): Promise<MeetingAsk | Refusal> {
  if (request.method !== 'POST') {
    const detail = `This path takes POST, and not ${request.method}.`
    return { status: 405, code: 'method-not-allowed', detail, headers: { allow: 'POST' } }
  }
  const type = request.headers.get('content-type')
  if (!/^application\/json *(?:;|$)/i.test(type ?? '')) {
    const detail = `content-type is ${type === null ? 'missing' : describeValue(type)}, wanted application/json.`
    return { status: 415, code: 'request-media-type', detail }
  }
  const text = await readBody(request)
  if (text === undefined) return tooLarge
  const parsed = parse(parseJson(text))
  if (parsed.ok) return parsed.value
  const { issues } = parsed
  const [{ code }] = issues
  return { status: 400, code, detail: 'The body breaks the rules in `errors`.', issues }
}

const notAuthorized: Refusal = {
  status: 401,
  code: 'not-authenticated',
  detail: 'This request is not authorized.',
}

const notGranted: Refusal = {
  status: 403,
  code: 'not-permitted',
  detail: 'The role, the meeting number or the lifetime is not granted to this request.',
}

/** The default lifetime, shortened to what is granted, so that who names none gets a token. */
function withinLifetime(ask: MeetingAsk, { maxLifetimeSeconds: most }: Grant): MeetingAsk {
  const { default: usual, minimum } = meetingSdk.lifetime
  const isLess = most !== undefined && most >= minimum && most < usual
  return isLess && ask.expirationSeconds === usual ? { ...ask, expirationSeconds: most } : ask
}

function isGranted(ask: MeetingAsk, grant: Grant): boolean {
  const { roles, meetingNumbers, maxLifetimeSeconds = Number.POSITIVE_INFINITY } = grant
  // A text has `includes` as well, and would grant each part of itself; `undefined` is a list that is missing.
  const lists = 'meetingNumbers' in grant ? [roles, meetingNumbers] : [roles]
  if (!lists.every(Array.isArray)) {
    throw new TypeError('authorize must give roles, and meetingNumbers where it is there, as lists')
  }
  return (
    roles.includes(ask.role) &&
    (meetingNumbers?.includes(ask.meetingNumber) ?? true) &&
    ask.expirationSeconds <= maxLifetimeSeconds
  )
}

/**
 * Makes a signature endpoint of web standards: it takes and answers what Zoom's auth endpoint sample
 * does, and runs as a handler of Hono, Next.js, Workers, Deno, Bun and whatever else has `Request`
 * and `Response`. Nothing is signed that `authorize` does not grant.
 *
 * @throws {CredentialsError} where the key or the secret cannot be right.
 * @example
 * ```ts
 * import { createSignatureHandler } from '@sigshift/signer/fetch'
 *
 * const handle = createSignatureHandler({
 *   sdkKey: 'xu3JPaA_RJW2-9l5_HAaLA',
 *   sdkSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
 *   authorize: (request) => request.headers.get('cookie') === 'session=ann' && { roles: [0] },
 * })
 * const request = new Request('https://app.example/signature', {
 *   method: 'POST',
 *   headers: { 'content-type': 'application/json', cookie: 'session=ann' },
 *   body: '{"meetingNumber":"845 1236 7890","role":0}',
 * })
 * const response = await handle(request)
 * response.status // => 200
 * ```
 */
export function createSignatureHandler({
  authorize,
  ...options
}: SignatureHandlerOptions): (request: Request) => Promise<Response> {
  if (typeof authorize !== 'function') throw new TypeError('authorize must be a function')
  const { sign } = createSigner(options)
  const { sdkKey } = options

  return async (request) => {
    const ask = await readAsk(request)
    if ('code' in ask) return refuse(ask)
    const grant = await authorize(request, ask)
    if (!grant) return refuse(notAuthorized)
    const granted = withinLifetime(ask, grant)
    if (!isGranted(granted, grant)) return refuse(notGranted)
    return answer(200, { signature: await sign(granted), sdkKey }, 'application/json')
  }
}
