import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createSignatureHandler, type Grant } from './fetch.ts'

const sdkKey = 'xu3JPaA_RJW2-9l5_HAaLA'
const sdkSecret = 'canary7gT2wQ9mZ4kV8nB3xL6pR1sD5'
const clock = (): Date => new Date('2026-11-24T12:00:00Z')

type Authorize = Parameters<typeof createSignatureHandler>[0]['authorize']

function create(
  authorize: Authorize = () => ({ roles: [0, 1] }),
): (request: Request) => Promise<Response> {
  return createSignatureHandler({ sdkKey, sdkSecret, clock, authorize })
}

function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request('https://app.example/', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

const sound = { meetingNumber: '845 1236 7890', role: 0 }

function claimsOf(token: string): Record<string, unknown> {
  const [header, payload, mac] = token.split('.')
  const wanted = createHmac('sha256', sdkSecret).update(`${header}.${payload}`).digest('base64url')
  expect(mac).toBe(wanted)
  return JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
}

test('answers what Zoom’s sample answers', async () => {
  const response = await create()(post({ meetingNumber: '845 1236 7890', role: '1' }))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const { signature, ...others } = (await response.json()) as { signature: string }
  expect(others).toEqual({ sdkKey })
  const iat = clock().getTime() / 1000 - 30
  expect(claimsOf(signature)).toEqual({
    appKey: sdkKey,
    sdkKey,
    mn: '84512367890',
    role: 1,
    iat,
    exp: iat + 7200,
    tokenExp: iat + 7200,
  })
})

test('authorize is given the request and what it asks for, and has to be there', async () => {
  const authorize = vi.fn<Authorize>(() => ({ roles: [0] }))
  const request = post(sound, { cookie: 'session=1' })
  await create(authorize)(request)
  const ask = { meetingNumber: '84512367890', role: 0, expirationSeconds: 7200 }
  expect(authorize).toHaveBeenCalledExactlyOnceWith(request, ask)
  expect(() => createSignatureHandler({ sdkKey, sdkSecret } as never)).toThrow(TypeError)
})

test.each<[string, Grant | false, object, number]>([
  ['nothing', false, sound, 401],
  ['no role', { roles: [] }, sound, 403],
  ['another role', { roles: [0] }, { ...sound, role: 1 }, 403],
  ['another number', { roles: [0], meetingNumbers: ['84512367891'] }, sound, 403],
  ['no number', { roles: [0], meetingNumbers: [] }, sound, 403],
  [
    'a shorter time',
    { roles: [0], maxLifetimeSeconds: 3600 },
    { ...sound, expirationSeconds: 3601 },
    403,
  ],
  ['a time that Zoom refuses', { roles: [0], maxLifetimeSeconds: 600 }, sound, 403],
  ['this number', { roles: [0], meetingNumbers: ['84512367890'] }, sound, 200],
  ['this time', { roles: [0], maxLifetimeSeconds: 7200 }, sound, 200],
])('where %s is granted', async (_, grant, body, status) => {
  const response = await create(() => Promise.resolve(grant))(post(body))
  expect(response.status).toBe(status)
  if (status !== 200) expect(await response.text()).not.toContain('eyJ')
})

test('who asks for no lifetime gets the default, or what is granted if that is less', async () => {
  const response = await create(() => ({ roles: [0], maxLifetimeSeconds: 3600 }))(post(sound))
  const { iat, exp } = claimsOf(((await response.json()) as { signature: string }).signature)
  expect(Number(exp) - Number(iat)).toBe(3600)
})

test.each([undefined, null, '', 0])('authorize that gives %j grants nothing', async (nothing) => {
  const response = await create(() => nothing as never)(post(sound))
  expect(response.status).toBe(401)
})

test.each([
  ['a number as text, of which the asked one is a part', { roles: [0], meetingNumbers: '845' }],
  ['numbers that were not found', { roles: [0], meetingNumbers: undefined }],
  ['roles as text', { roles: '01' }],
  ['no roles', {}],
  ['true', true],
])('authorize that gives %s is a fault, and nothing is signed', async (_, grant) => {
  const handle = create(() => grant as never)
  await expect(handle(post({ meetingNumber: '4', role: 0 }))).rejects.toThrow(TypeError)
})

test.each<[string, Request, number, string]>([
  ['GET', new Request('https://app.example/'), 405, 'method-not-allowed'],
  [
    'a form',
    post('role=0', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'request-media-type',
  ],
  [
    'JSON that is another',
    post(sound, { 'content-type': 'application/jsonp' }),
    415,
    'request-media-type',
  ],
  ['no JSON', post('{'), 400, 'request-body-invalid'],
  ['nothing', post(''), 400, 'request-body-invalid'],
  ['a list', post([sound]), 400, 'request-body-invalid'],
  ['role true', post({ ...sound, role: true }), 400, 'role-invalid'],
  ['role [1]', post({ ...sound, role: [1] }), 400, 'role-invalid'],
  ['no number', post({ role: 0 }), 400, 'mn-missing'],
  ['an unknown member', post({ ...sound, Role: 1 }), 400, 'request-member-unknown'],
  ['a prototype', post('{"__proto__":{"role":1},"meetingNumber":"1"}'), 400, 'role-invalid'],
  ['17 kB', post('x'.repeat(17_000)), 413, 'request-body-too-large'],
])('refuses %s before authorize is asked', async (_, request, status, code) => {
  const authorize = vi.fn<Authorize>(() => ({ roles: [0, 1] }))
  const response = await create(authorize)(request)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({
    type: `https://sigshift.github.io/sigshift/issues/${code}`,
    status,
    code,
    detail: expect.stringMatching(/...\.$/),
  })
  expect(authorize).not.toHaveBeenCalled()
})

test('a body without an end is left after the limit', async () => {
  let pulled = 0
  const body = new ReadableStream({
    pull: (controller) => {
      pulled += 1
      controller.enqueue(new Uint8Array(4096))
    },
  })
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  expect((await create()(new Request('https://app.example/', init))).status).toBe(413)
  expect(pulled).toBeLessThan(20)
})

test('where authorize fails, the handler rejects and signs nothing', async () => {
  const failing = create(() => Promise.reject(new Error('session store down')))
  await expect(failing(post(sound))).rejects.toThrow('session store down')
})

test('whatever is asked, nobody is host to whom that was not granted', async () => {
  const handle = create(() => ({ roles: [0] }))
  const value = fc.oneof(
    fc.constantFrom<unknown>(0, 1, '0', '1', true, [1], 1.0000001),
    fc.jsonValue(),
  )
  const body = fc.record(
    { meetingNumber: fc.constant('1'), role: value, expirationSeconds: value },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(body, async (ask) => {
      const response = await handle(post(ask))
      if (response.status !== 200) return [400, 403].includes(response.status)
      const { signature } = (await response.json()) as { signature: string }
      return claimsOf(signature).role === 0
    }),
    { numRuns: 500 },
  )
})
