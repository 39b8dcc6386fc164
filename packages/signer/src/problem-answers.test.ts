import { expect, test } from 'vitest'
import { createSignatureHandler, type Grant } from './fetch.ts'

const options = {
  sdkKey: 'xu3JPaA_RJW2-9l5_HAaLA',
  sdkSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
}
const page = 'https://sigshift.github.io/sigshift/issues'
const json = { 'content-type': 'application/json' }

async function answerTo(
  init: RequestInit,
  grant: Grant | false = { roles: [0] },
): Promise<Response> {
  const handle = createSignatureHandler({ ...options, authorize: () => grant })
  return handle(new Request('https://app.example/signature', { method: 'POST', ...init }))
}

async function problemOf(init: RequestInit, grant?: Grant | false): Promise<unknown> {
  const response = await answerTo(init, grant)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  return response.json()
}

test('another method is told which one is taken', async () => {
  const response = await answerTo({ method: 'DELETE' })
  expect(response.headers.get('allow')).toBe('POST')
  expect(await response.json()).toEqual({
    type: `${page}/method-not-allowed`,
    status: 405,
    code: 'method-not-allowed',
    detail: 'This path takes POST, and not DELETE.',
  })
})

test.each([
  [{}, 'missing'],
  [{ 'content-type': 'text/plain' }, '"text/plain"'],
  [{ 'content-type': 'x-application/json' }, 'text of 18 characters'],
])('a body of type %j is refused by name', async (headers, seen) => {
  expect(await problemOf({ headers, body: new TextEncoder().encode('{}') })).toEqual({
    type: `${page}/request-media-type`,
    status: 415,
    code: 'request-media-type',
    detail: `content-type is ${seen}, wanted application/json.`,
  })
})

test('every fault of the body is listed, with a pointer to its member', async () => {
  const body = JSON.stringify({ meetingNumber: '1a', role: 7 })
  expect(await problemOf({ headers: json, body })).toEqual({
    type: `${page}/mn-not-digits`,
    status: 400,
    code: 'mn-not-digits',
    detail: 'The body breaks the rules in `errors`.',
    errors: [
      {
        code: 'mn-not-digits',
        pointer: '/meetingNumber',
        detail: 'meetingNumber is "1a", wanted 1 to 12 digits',
      },
      {
        code: 'role-invalid',
        pointer: '/role',
        detail: 'role is 7, wanted 0 (participant) or 1 (host)',
      },
    ],
  })
})

test.each(['', '{', '[]', 'null'])(
  'the body %j is no object: the pointer is to the whole',
  async (body) => {
    expect(await problemOf({ headers: json, body })).toMatchObject({
      code: 'request-body-invalid',
      errors: [{ code: 'request-body-invalid', pointer: '' }],
    })
  },
)

test('a request without a body is answered like one with an empty body', async () => {
  expect(await problemOf({ headers: json })).toMatchObject({
    code: 'request-body-invalid',
    errors: [{ code: 'request-body-invalid', pointer: '' }],
  })
})

test('a character that comes in two pieces is read as one', async () => {
  const bytes = new TextEncoder().encode('{"meetingNumber":"é","role":0}')
  const middle = bytes.indexOf(0xc3) + 1
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes.subarray(0, middle))
      controller.enqueue(bytes.subarray(middle))
      controller.close()
    },
  })
  const init = { headers: json, body, duplex: 'half' } as RequestInit
  expect(await problemOf(init)).toMatchObject({
    errors: [{ detail: 'meetingNumber is "é", wanted 1 to 12 digits' }],
  })
})

const ask = { headers: json, body: '{"meetingNumber":"1","role":1}' }

test('nobody, and somebody who asks for more than is granted, are told apart', async () => {
  expect(await problemOf(ask, false)).toEqual({
    type: `${page}/not-authenticated`,
    status: 401,
    code: 'not-authenticated',
    detail: 'This request is not authorized.',
  })
  expect(await problemOf(ask)).toEqual({
    type: `${page}/not-permitted`,
    status: 403,
    code: 'not-permitted',
    detail: 'The role, the meeting number or the lifetime is not granted to this request.',
  })
})

test('a body of 16,384 bytes is read, of one more it is not', async () => {
  const body = (length: number): string => '{"meetingNumber":"1","role":0}'.padEnd(length)
  expect((await answerTo({ headers: json, body: body(16_384) })).status).toBe(200)
  expect((await answerTo({ headers: json, body: body(16_385) })).status).toBe(413)
})

test('without a function that authorizes there is no handler', () => {
  expect(() => createSignatureHandler(options as never)).toThrow(
    new TypeError('authorize must be a function'),
  )
})
