import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from './build-app.ts'
import { hashKey } from './caller-keys.ts'
import { createRemoteKeys } from './remote-keys.ts'
import {
  createTestEdge,
  issueToken,
  keySet,
  keys,
  loadTestAccess,
  otherSecret,
} from './test-access.ts'
import { now, problemIn, sdkKey, sdkSecret, verifiedClaims } from './test-app.ts'

const logLines: string[] = []

function createApp(): FastifyInstance {
  const answer = (): Promise<Response> => Promise.resolve(new Response(keySet))
  const keysOf: Parameters<typeof createTestEdge>[0] = {
    keysOf: (url) => createRemoteKeys(url, { clock: () => now.getTime(), fetch: answer }),
  }
  const { access } = loadTestAccess(createTestEdge(keysOf))
  logLines.length = 0
  const logDestination = { write: (line: string): void => void logLines.push(line) }
  const app = buildApp({ access: () => access, config: { logLevel: 'trace' }, logDestination })
  onTestFinished(() => app.close())
  return app
}

const sound = { meetingNumber: '84512367890', role: 0 }

interface Asked {
  readonly url?: string
  readonly body?: object
}

function ask(
  app: FastifyInstance,
  token: string | undefined,
  { url = '/v1/signatures', body = sound }: Asked = {},
): Promise<LightMyRequestResponse> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return app.inject({ method: 'POST', url, body, headers })
}

const lastLine = (): Record<string, unknown> => JSON.parse(logLines.at(-1) ?? '{}')

test.each([
  '/',
  '/v1/signatures',
  '/v1/video-signatures',
  '/v1/cobrowse-tokens',
  '/v1/apps/main/signatures',
])('POST %s asks who it is, before it reads the body', async (url) => {
  const app = createApp()
  for (const body of [sound, 'x'.repeat(20_000)]) {
    const answer = await app.inject({ method: 'POST', url, body })
    expect(problemIn(answer)).toMatchObject({ status: 401, code: 'not-authenticated' })
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="sigshift"')
  }
  expect(lastLine()).toMatchObject({ status: 401, refused: 'no-token' })
})

test('what asks for nothing secret is open', async () => {
  const app = createApp()
  for (const url of ['/healthz', '/readyz', '/openapi.json', '/']) {
    expect((await app.inject({ url })).statusCode).toBe(200)
  }
  expect((await app.inject({ url: '/' })).body).toContain('authorization: Bearer $CALLER_KEY')
  const { components, paths } = (await app.inject({ url: '/openapi.json' })).json()
  expect(components.securitySchemes).toHaveProperty('caller')
  expect(paths['/'].post.security).toEqual([{ caller: [] }])
})

test('each of several keys of a caller is taken, and logged as the caller', async () => {
  const app = createApp()
  for (const key of [keys.web, keys.webNext]) {
    const answer = await ask(app, key)
    expect(answer.statusCode).toBe(201)
    const { signature, expiresAt, ...others } = answer.json()
    expect(others).toEqual({ sdkKey })
    const iat = now.getTime() / 1000 - 30
    const end = iat + 7200
    expect(verifiedClaims(signature)).toMatchObject({ mn: '84512367890', role: 0, iat, exp: end })
    expect(expiresAt).toBe(new Date(end * 1000).toISOString())
    expect(lastLine()).toMatchObject({
      caller: 'web',
      key: hashKey(key).slice('sha256:'.length, 'sha256:'.length + 8),
      app: 'main',
      role: 'participant',
      number: '…890',
      rule: 'key',
    })
  }
  const text = logLines.join('')
  for (const secret of [keys.web, keys.webNext, sdkSecret, '84512367890']) {
    expect(text).not.toContain(secret)
  }
})

test.each([
  ['another key', `${keys.web.slice(0, -1)}_`],
  ['the hash of a key', hashKey(keys.web).slice('sha256:'.length)],
  ['a part of a key', keys.web.slice(0, 20)],
  ['a key and more', `${keys.web}x`],
  ['the name of a caller', 'web'],
  ['the SDK secret', sdkSecret],
])('%s is no key', async (_, token) => {
  const answer = await ask(createApp(), token)
  expect(problemIn(answer)).toMatchObject({ status: 401, code: 'not-authenticated' })
  expect(answer.headers['www-authenticate']).toContain('error="invalid_token"')
  expect(answer.body + logLines.join('')).not.toContain(token === 'web' ? 'caller":"web' : token)
})

test.each([
  ['Basic', `Basic ${Buffer.from(`web:${keys.web}`).toString('base64')}`],
  ['no scheme', keys.web],
  ['two tokens', `Bearer ${keys.web} ${keys.web}`],
  ['an empty token', 'Bearer '],
  ['a comma', `Bearer ${keys.web},x`],
])('authorization with %s is none', async (_, authorization) => {
  const answer = await createApp().inject({
    method: 'POST',
    url: '/v1/signatures',
    body: sound,
    headers: { authorization },
  })
  expect(answer.statusCode).toBe(401)
})

test('nobody is host unless the policy says so', async () => {
  const app = createApp()
  const body = { ...sound, role: 1 }
  for (const url of ['/', '/v1/signatures', '/v1/apps/main/signatures']) {
    const answer = await ask(app, keys.web, { url, body })
    expect(problemIn(answer)).toMatchObject({ status: 403, code: 'not-permitted' })
    expect(lastLine()).toMatchObject({ caller: 'web', role: 'host', rule: 'role', status: 403 })
  }
  const allowed = await ask(app, keys.staff, { body })
  expect(verifiedClaims(allowed.json().signature)).toMatchObject({ role: 1 })
})

test('a caller has the kinds of token and the lifetime of its policy, and no more', async () => {
  const app = createApp()
  const video = { sessionName: 'stand-up', role: 0 }
  const kind = await ask(app, keys.web, { url: '/v1/video-signatures', body: video })
  // The caller may use no app of that product: it is told that there is none.
  expect(problemIn(kind)).toMatchObject({ status: 404, code: 'route-not-found' })
  const long = await ask(app, keys.web, { body: { ...sound, expirationSeconds: 7201 } })
  expect(problemIn(long)).toMatchObject({ status: 403, code: 'not-permitted' })
  expect(lastLine()).toMatchObject({ rule: 'lifetime' })
})

test('apps are found by name, and only by who may use them', async () => {
  const app = createApp()
  const url = '/v1/apps/other/signatures'
  expect((await ask(app, keys.web, { url })).statusCode).toBe(404)
  const { signature, sdkKey: used } = (await ask(app, keys.staff, { url })).json()
  expect(used).toBe('other-key')
  expect(verifiedClaims(signature, otherSecret)).toMatchObject({ appKey: 'other-key' })
  // An app of another product is none here.
  const wrong = await ask(app, keys.staff, { url: '/v1/apps/calls/signatures' })
  expect(problemIn(wrong)).toMatchObject({ status: 404, code: 'route-not-found' })
})

test.each([
  '/v1/apps/main%2f..%2fother/signatures',
  '/v1/apps/main%00/signatures',
  '/v1/apps/main%0d%0a/signatures',
  '/v1/apps/__proto__/signatures',
  '/v1/apps/constructor/signatures',
  '/v1/apps/MAIN/signatures',
  '/v1/apps/%6dain%20/signatures',
  '/v1/apps/ｍain/signatures',
  '/v1/apps//signatures',
  `/v1/apps/${'a'.repeat(3000)}/signatures`,
  '/v1/apps/%zz/signatures',
])('%s is no app', async (url) => {
  const answer = await ask(createApp(), keys.staff, { url })
  expect(answer.statusCode).toBe(404)
  expect(problemIn(answer).code).toBe('route-not-found')
})

test('video and cobrowse tokens are signed for who may', async () => {
  const app = createApp()
  const video = await ask(app, keys.staff, {
    url: '/v1/video-signatures',
    body: { sessionName: 'stand-up', role: 1 },
  })
  expect(video.statusCode).toBe(201)
  expect(verifiedClaims(video.json().signature, 'video7canary2secret9of5the3video')).toMatchObject({
    tpc: 'stand-up',
    role_type: 1,
  })
  const help = await ask(app, keys.staff, {
    url: '/v1/cobrowse-tokens',
    body: { userId: 'ann', role: 2 },
  })
  expect(help.statusCode).toBe(201)
  expect(verifiedClaims(help.json().token, 'help47canary2secret9of5the3help4')).toMatchObject({
    user_id: 'ann',
    role_type: 2,
  })
  expect(logLines.join('')).not.toContain('stand-up')
})

test.each([
  { role: '0' },
  { role: true },
  { role: [1] },
  { role: 1.0000001 },
  { expirationSeconds: '7200' },
  { meetingNumber: '８４５１２３６７８９０' },
  { meetingNumber: '845\u000012367890' },
  { Role: 1 },
  { MeetingNumber: '84512367890' },
])('the strict route refuses %j', async (more) => {
  const answer = await ask(createApp(), keys.staff, { body: { ...sound, ...more } })
  expect(answer.statusCode).toBe(400)
})

test.each([
  '{"meetingNumber":"84512367890","role":1,"role":0}',
  '{"meetingNumber":"84512367890","role":0,"r\\u006fle":0}',
])('the strict route refuses a member that is there twice: %s', async (body) => {
  const headers = { authorization: `Bearer ${keys.staff}`, 'content-type': 'application/json' }
  const url = '/v1/signatures'
  const answer = await createApp().inject({ method: 'POST', url, headers, body })
  expect(problemIn(answer)).toMatchObject({
    status: 400,
    code: 'request-body-invalid',
    detail: 'The body is an object that has "role" twice, wanted each member once.',
    errors: [{ code: 'request-body-invalid', pointer: '' }],
  })
})

test.each([
  '{"__proto__":{"role":1},"meetingNumber":"84512367890","role":0}',
  '{"\\u005f_proto__":{"role":1},"meetingNumber":"84512367890","role":0}',
  '{"constructor":{"prototype":{"role":1}},"meetingNumber":"84512367890","role":0}',
  '{"meetingNumber":"84512367890","role":{"__proto__":{"valueOf":1}}}',
])('the strict route refuses a prototype: %s', async (body) => {
  const headers = { authorization: `Bearer ${keys.staff}`, 'content-type': 'application/json' }
  const url = '/v1/signatures'
  const answer = await createApp().inject({ method: 'POST', url, headers, body })
  expect(problemIn(answer)).toMatchObject({ status: 400, code: 'request-body-invalid' })
})

test('a token of the identity provider gets the policy that its claims name', async () => {
  const app = createApp()
  const teacher = await issueToken()
  const answer = await ask(app, teacher, { body: { ...sound, role: 1 } })
  expect(answer.statusCode).toBe(201)
  expect(lastLine()).toMatchObject({ caller: 'idp:ann', rule: 'jwt', role: 'host' })
  expect(logLines.join('')).not.toContain(teacher.split('.')[2])

  const guest = await issueToken({ groups: undefined, kind: 'guest', meeting: 84512367890 })
  expect((await ask(app, guest)).statusCode).toBe(201)
  for (const body of [
    { ...sound, role: 1 },
    { ...sound, meetingNumber: '84512367891' },
  ]) {
    expect(problemIn(await ask(app, guest, { body })).code).toBe('not-permitted')
  }
})

test.each([
  ['no claim', { meeting: undefined }],
  ['a list', { meeting: ['84512367890'] }],
  ['true', { meeting: true }],
  ['an object', { meeting: { toString: '84512367890' } }],
  ['a blank more', { meeting: '84512367890 ' }],
])('the claim that must equal the number: %s does not', async (_, claims) => {
  const guest = await issueToken({ groups: undefined, kind: 'guest', ...claims })
  expect(problemIn(await ask(createApp(), guest)).code).toBe('not-permitted')
})

test('a subject cannot write log lines of its own', async () => {
  const app = createApp()
  const sub = 'ann"}\n{"level":60,"msg":"evil"}\r\n\u2028\u0000\u001b[31m'
  expect((await ask(app, await issueToken({ sub }))).statusCode).toBe(201)
  const text = logLines.join('')
  expect(text.trimEnd().split(/[\n\r]/)).toHaveLength(1)
  for (const character of ['\0', '\u001b']) expect(text).not.toContain(character)
  expect(lastLine()).toMatchObject({ level: 30, caller: `idp:${sub}` })
})

test('a token that no policy fits is not let in', async () => {
  const app = createApp()
  for (const groups of [undefined, [], ['students'], 'teachers,students', { teachers: true }]) {
    expect((await ask(app, await issueToken({ groups }))).statusCode).toBe(401)
    expect(lastLine()).toMatchObject({ refused: 'jwt-policy' })
  }
})
