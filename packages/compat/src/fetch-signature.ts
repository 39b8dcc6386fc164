import { EndpointError } from './endpoint-error.ts'
import { type Answer, readSignature } from './read-signature.ts'

/** The type of the platform's `fetch`, from whichever library declares it to the caller. */
type Fetch = typeof globalThis extends { fetch: infer Platform } ? Platform : never

/** What {@link fetchSignature} takes. */
export interface FetchSignatureOptions {
  /** Where the team signs; in a browser it may be relative to the page. */
  readonly endpoint: string
  readonly meetingNumber: string | number
  /** 0 for a participant, 1 for the host. It is a wish: the endpoint decides what it signs. */
  readonly role: number | string
  /** More request headers, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>>
  /** How long the whole exchange may take; 10 seconds where absent. */
  readonly timeoutMs?: number
  /** The platform's own where absent; another one may add cookies, a signal or retries. */
  readonly fetch?: Fetch
}

/** A signature has some 300 characters, so an answer of this size is something else. */
const longestAnswerBytes = 16_384

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | undefined> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let readBytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return (text + decoder.decode()).trim()
    readBytes += value.byteLength
    if (readBytes > longestAnswerBytes) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}

async function post(options: FetchSignatureOptions): Promise<Answer> {
  // Taken out of the object, since a browser's own fetch may not be called as its method.
  const { endpoint, meetingNumber, role, headers = {}, timeoutMs = 10_000 } = options
  const { fetch = globalThis.fetch } = options
  const body = JSON.stringify({ meetingNumber, role })
  // Not an object spread: the caller's names may be in another case, and both would be sent.
  const sentHeaders = new Headers({ accept: 'application/json, text/plain' })
  for (const [name, value] of Object.entries(headers)) sentHeaders.set(name, value)
  sentHeaders.set('content-type', 'application/json')
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const init = { method: 'POST', headers: sentHeaders, body, signal }
    const response = await fetch(endpoint, init)
    const mediaType = (response.headers.get('content-type') ?? '').split(';', 1)[0] as string
    return { status: response.status, mediaType, text: await readText(response.body) }
  } catch (cause) {
    const seen = signal.aborted ? `not there after ${timeoutMs} ms` : 'not there'
    const code = signal.aborted ? 'endpoint-timeout' : 'endpoint-unreachable'
    throw new EndpointError({ code, evidence: [{ field: 'answer', seen }] }, { cause })
  }
}

/**
 * Asks the team's own endpoint for a signature: POST of `{"meetingNumber": ..., "role": ...}`, what
 * Zoom's sample endpoint and ours take. Reads `{"signature": "..."}`, a JSON string and
 * bare text.
 *
 * @throws {EndpointError} with `endpoint-unreachable`, `endpoint-timeout`, `endpoint-error-status`,
 * `endpoint-answer-too-large`, `endpoint-answer-not-json`, `endpoint-signature-missing` or
 * `not-a-signature`.
 * @example
 * ```ts
 * import { fetchSignature } from '@sigshift/compat'
 *
 * const signature = await fetchSignature({
 *   endpoint: 'https://example.com/signature',
 *   meetingNumber: '84512367890',
 *   role: 0,
 *   fetch: async () => Response.json({ signature: 'eyJhbGci.eyJhcHBL.c2ln' }), // for this page
 * })
 * signature // => 'eyJhbGci.eyJhcHBL.c2ln'
 * ```
 */
export async function fetchSignature(options: FetchSignatureOptions): Promise<string> {
  return readSignature(await post(options))
}
