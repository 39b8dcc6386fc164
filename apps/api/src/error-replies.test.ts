import type { InjectOptions } from 'fastify'
import { expect, test } from 'vitest'
import { createTestApp, problemIn } from './test-app.ts'

const json = { 'content-type': 'application/json' }
const sound = '{"meetingNumber":"1","role":0}'

const badRequests: readonly (readonly [string, InjectOptions, number, string, RegExp])[] = [
  ['no body', {}, 400, 'request-body-invalid', /^The body is empty, wanted a JSON object\.$/],
  ['an empty body', { headers: json, body: '' }, 400, 'request-body-invalid', /is empty/],
  [
    'null',
    { headers: json, body: 'null' },
    400,
    'request-body-invalid',
    /^The body is null, wanted/,
  ],
  ['a list', { headers: json, body: '[]' }, 400, 'request-body-invalid', /^The body is an array/],
  ['a text', { headers: json, body: '"1"' }, 400, 'request-body-invalid', /^The body is/],
  ['broken JSON', { headers: json, body: '{"role":' }, 400, 'request-body-invalid', /is not JSON/],
  ['two values', { headers: json, body: '{} {}' }, 400, 'request-body-invalid', /is not JSON/],
  [
    'a prototype',
    { headers: json, body: `{"__proto__":{"role":1},${sound.slice(1)}` },
    400,
    'request-body-invalid',
    /__proto__/,
  ],
  [
    'an escaped prototype',
    { headers: json, body: `{"\\u005f_proto__":{"role":1},${sound.slice(1)}` },
    400,
    'request-body-invalid',
    /__proto__/,
  ],
  [
    'a constructor with a prototype',
    { headers: json, body: `{"constructor":{"prototype":{"role":1}},${sound.slice(1)}` },
    400,
    'request-body-invalid',
    /is not JSON/,
  ],
  [
    'a constructor',
    { headers: json, body: `{"constructor":1,${sound.slice(1)}` },
    400,
    'request-member-unknown',
    /^constructor is an unknown member/,
  ],
  [
    'a wrong length',
    { headers: { ...json, 'content-length': '3' }, body: sound },
    400,
    'request-body-invalid',
    /content-length/,
  ],
  [
    'a form',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'role=0' },
    415,
    'request-media-type',
    /^`content-type` is text of 33 characters, wanted `application\/json`/,
  ],
  [
    'plain text',
    { headers: { 'content-type': 'text/plain' }, body: sound },
    415,
    'request-media-type',
    /is "text\/plain"/,
  ],
  [
    'no content type',
    { headers: { 'content-type': '' }, body: sound },
    415,
    'request-media-type',
    /is missing/,
  ],
  [
    'a broken content type',
    { headers: { 'content-type': 'json' }, body: sound },
    415,
    'request-media-type',
    /is "json"/,
  ],
  [
    '2 MB',
    { headers: json, body: 'x'.repeat(2_000_000) },
    413,
    'request-body-too-large',
    /16384 bytes/,
  ],
  [
    '16 kB and one',
    { headers: json, body: sound.padEnd(16_385) },
    413,
    'request-body-too-large',
    /16384/,
  ],
]

test.each(badRequests)('POST / refuses %s', async (_, request, status, code, detail) => {
  const { app, sign } = createTestApp()
  const problem = problemIn(await app.inject({ method: 'POST', url: '/', ...request }))
  expect(problem).toMatchObject({ status, code, detail: expect.stringMatching(detail) })
  expect(sign).not.toHaveBeenCalled()
})

test('takes a body of as many bytes as the limit', async () => {
  const { app } = createTestApp()
  const body = sound.padEnd(16_384)
  const answer = await app.inject({ method: 'POST', url: '/', headers: json, body })
  expect(answer.statusCode).toBe(200)
})

test.each([
  ['GET', '/nothing'],
  ['POST', '/nothing'],
  ['POST', '//'],
  ['GET', '/%zz'],
  ['GET', `/${'x'.repeat(5000)}`],
  ['GET', '/reference/../secret'],
  ['DELETE', '/HEALTHZ'],
] as const)('%s %s: there is nothing', async (method, url) => {
  const { app, sign } = createTestApp()
  const problem = problemIn(await app.inject({ method, url }))
  expect(problem).toMatchObject({ status: 404, code: 'route-not-found' })
  expect(sign).not.toHaveBeenCalled()
})

test('a path that is not there says so before it looks at the body', async () => {
  const { app } = createTestApp()
  for (const body of ['{"broken', 'x'.repeat(2_000_000)]) {
    const answer = await app.inject({ method: 'POST', url: '/nothing', headers: json, body })
    expect(problemIn(answer).code).toBe('route-not-found')
  }
})

test.each([
  ['PUT', '/', 'GET, HEAD, POST'],
  ['DELETE', '/', 'GET, HEAD, POST'],
  ['OPTIONS', '/', 'GET, HEAD, POST'],
  ['POST', '/healthz', 'GET, HEAD'],
  ['PATCH', '/openapi.json', 'GET, HEAD'],
  ['POST', '/reference/', 'GET, HEAD'],
] as const)('%s %s is not allowed', async (method, url, allow) => {
  const { app } = createTestApp()
  const answer = await app.inject({ method, url, headers: json, body: '{"broken' })
  const problem = problemIn(answer)
  expect(problem).toMatchObject({ status: 405, code: 'method-not-allowed' })
  expect(problem.detail).toBe(`This path takes ${allow}, and not ${method}.`)
  expect(answer.headers.allow).toBe(allow)
})

test('no answer to another origin lets a browser read it', async () => {
  const { app } = createTestApp()
  const headers = { ...json, origin: 'https://example.com' }
  for (const method of ['POST', 'OPTIONS'] as const) {
    const answer = await app.inject({ method, url: '/', headers, body: sound })
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  }
})

test('every answer that is an error is not kept, and names its log line', async () => {
  const { app, logLines } = createTestApp()
  const answer = await app.inject({ method: 'POST', url: '/', headers: json, body: '{}' })
  expect(answer.headers['cache-control']).toBe('no-store')
  const id = problemIn(answer).instance.slice('urn:uuid:'.length)
  expect(logLines.map((line) => JSON.parse(line)).find((line) => line.reqId === id)).toMatchObject({
    route: '/',
    status: 400,
  })
})

test('no answer may be kept, framed, sniffed or followed', async () => {
  const { app } = createTestApp()
  const answers = [
    await app.inject({ method: 'POST', url: '/', headers: json, body: '{}' }),
    await app.inject({ url: '/nothing' }),
    await app.inject({ url: '/readyz' }),
    await app.inject({ url: '/' }),
  ]
  for (const { headers } of answers) {
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; .*frame-ancestors 'none'/,
    )
  }
  const token = await app.inject({ method: 'POST', url: '/', headers: json, body: sound })
  expect(token.statusCode).toBe(200)
  expect(token.headers['cache-control']).toBe('no-store')
})
