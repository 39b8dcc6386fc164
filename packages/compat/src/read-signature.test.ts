import { expect, test } from 'vitest'
import { EndpointError } from './endpoint-error.ts'
import { fetchSignature } from './fetch-signature.ts'

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJtbiI6IjEifQ.dGhlLU1BQw'
const expected = 'wanted {"signature": "..."} or the token as text'

/** What is said of an answer, whatever the network would make of it. */
async function refusalOf(answer: Partial<Response>): Promise<EndpointError> {
  const { status = 200, headers = new Headers(), body = null } = answer
  const fetch = async (): Promise<Response> => ({ status, headers, body }) as Response
  const request = { endpoint: '/signature', meetingNumber: '1', role: 0, fetch }
  const error = await fetchSignature(request).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(EndpointError)
  return error
}

function bodyOf(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) {
        controller.enqueue(
          typeof chunk === 'string' ? new TextEncoder().encode(chunk) : new Uint8Array(chunk),
        )
      }
      controller.close()
    },
  })
}

const json = (value: unknown): Partial<Response> => ({ body: bodyOf(JSON.stringify(value)) })

test.each([
  [null, `signature is not in an answer that is null, ${expected}`],
  [7, `signature is not in an answer that is 7, ${expected}`],
  [{}, `signature is not among the members (none), ${expected}`],
  [
    Object.fromEntries([...'abcdefghij'].map((name) => [name, 1])),
    `signature is not among the members a, b, c, d, e, f, g, h, ${expected}`,
  ],
  [
    { ['n'.repeat(32)]: 1, ['t'.repeat(33)]: 1 },
    `signature is not among the members ${'n'.repeat(32)}, ${expected}`,
  ],
])(
  'JSON without a signature, %j: the message shows eight short names at most',
  async (value, message) => {
    const error = await refusalOf(json(value))
    expect(error.message).toBe(`${message} [endpoint-signature-missing]`)
    expect(error.issues).toHaveLength(1)
    expect(error.issues[0].code).toBe('endpoint-signature-missing')
  },
)

test.each([
  ['text/html; charset=utf-8', 'text/html'],
  ['', 'without a media type'],
])('text that is no token is told by its length and its type %j', async (type, shown) => {
  const headers = new Headers(type ? { 'content-type': type } : {})
  const { message } = await refusalOf({ headers, body: bodyOf('<title>Log in</title>') })
  expect(message).toBe(
    `answer is text of 21 characters, ${shown}, ${expected} [endpoint-answer-not-json]`,
  )
})

test('no body at all is text of no characters', async () => {
  expect((await refusalOf({})).message).toMatch(/^answer is text of 0 characters/)
})

test('a signature that is no JWT is told by its length', async () => {
  expect((await refusalOf(json({ signature: 'eHUzSlBh' }))).message).toBe(
    'signature is text of 8 characters, wanted a JWT, three base64url parts with dots [not-a-signature]',
  )
})

test.each([`${token} `, `${token}.dGhl`, ` ${token}`, 'a..b'])(
  'a signature with something more or less than a JWT, %j, is none',
  async (signature) => {
    expect((await refusalOf(json({ signature }))).code).toBe('not-a-signature')
  },
)

test.each([0, 199, 300, 302])(
  'status %d, of an opaque answer or a proxy, gives no token',
  async (status) => {
    const error = await refusalOf({ status, ...json({ signature: token }) })
    expect(error).toMatchObject({ code: 'endpoint-error-status', status })
  },
)

test.each([200, 299])('status %d gives the token', async (status) => {
  const fetch = async (): Promise<Response> => new Response(JSON.stringify(token), { status })
  const request = { endpoint: '/signature', meetingNumber: '1', role: 0, fetch }
  expect(await fetchSignature(request)).toBe(token)
})

test('an answer of 16,384 bytes is read to its end, one byte more is not', async () => {
  const at = (length: number): Partial<Response> => ({ body: bodyOf('a'.repeat(length)) })
  expect((await refusalOf(at(16_384))).code).toBe('endpoint-answer-not-json')
  const error = await refusalOf(at(16_385))
  expect(error.message).toBe(
    `answer is longer than we read, ${expected} [endpoint-answer-too-large]`,
  )
})

test('a character that is cut between two packets stays whole', async () => {
  const [first, second] = ['{"naïve":1}'.slice(0, 4), '{"naïve":1}'.slice(5)]
  const body = bodyOf(
    first as string,
    new Uint8Array([0xc3]),
    new Uint8Array([0xaf]),
    second as string,
  )
  expect((await refusalOf({ body })).message).toMatch(/members naïve,/)
})

test('JSON or text is asked for, and the caller may ask otherwise', async () => {
  const seen: (string | null)[] = []
  const fetch: typeof globalThis.fetch = async (_, init) => {
    seen.push(new Headers(init?.headers).get('accept'))
    return Response.json({ signature: token })
  }
  const request = { endpoint: '/signature', meetingNumber: '1', role: 0, fetch }
  await fetchSignature(request)
  await fetchSignature({ ...request, headers: { Accept: 'application/jwt' } })
  expect(seen).toEqual(['application/json, text/plain', 'application/jwt'])
})

test('an endpoint that is not there is told in words, with the cause', async () => {
  const cause = new TypeError('refused')
  const fetch = async (): Promise<Response> => Promise.reject(cause)
  const request = { endpoint: '/signature', meetingNumber: '1', role: 0, fetch }
  await expect(fetchSignature(request)).rejects.toMatchObject({
    message: 'answer is not there [endpoint-unreachable]',
    cause,
  })
})
