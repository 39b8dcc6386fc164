import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestApp, now, problemIn, sdkKey, verifiedClaims } from './test-app.ts'

const iat = now.getTime() / 1000 - 30

test.each([
  ['numbers', { meetingNumber: 84512367890, role: 1, expirationSeconds: 3600 }, 3600],
  [
    'texts of numbers',
    { meetingNumber: '84512367890', role: '1', expirationSeconds: '3600' },
    3600,
  ],
  ['a pasted meeting number', { meetingNumber: '845 1236-7890', role: 1 }, 7200],
])('signs %s', async (_, body, lifetime) => {
  const { app } = createTestApp()
  const answer = await app.inject({ method: 'POST', url: '/', body })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  const { signature, ...others } = answer.json()
  expect(others).toEqual({ sdkKey })
  expect(verifiedClaims(signature)).toEqual({
    appKey: sdkKey,
    sdkKey,
    mn: '84512367890',
    role: 1,
    iat,
    exp: iat + lifetime,
    tokenExp: iat + lifetime,
  })
})

test.each([0, '0', 1, '1'])('signs videoWebRtcMode %j', async (videoWebRtcMode) => {
  const { app } = createTestApp()
  const body = { meetingNumber: '1', role: 0, videoWebRtcMode }
  const answer = await app.inject({ method: 'POST', url: '/', body })
  const claims = verifiedClaims(answer.json().signature)
  expect(claims).toHaveProperty('video_webrtc_mode', Number(videoWebRtcMode))
})

test('takes the JSON content type with a charset and in any case', async () => {
  const { app } = createTestApp()
  const headers = { 'content-type': 'Application/JSON; charset=UTF-8' }
  const body = '{"meetingNumber":"1","role":0}'
  const answer = await app.inject({ method: 'POST', url: '/', headers, body })
  expect(answer.statusCode).toBe(200)
})

test('of a member that occurs twice, the last one counts, as in JSON.parse', async () => {
  const { app, sign } = createTestApp()
  const headers = { 'content-type': 'application/json' }
  const body = '{"meetingNumber":"1","role":1,"role":0}'
  await app.inject({ method: 'POST', url: '/', headers, body })
  expect(sign).toHaveBeenCalledWith({ meetingNumber: '1', role: 0, expirationSeconds: 7200 })
})

const members = ['meetingNumber', 'role', 'expirationSeconds', 'videoWebRtcMode']
const badValues: readonly (readonly [string, string])[] = [
  ['null', 'null'],
  ['a list', '[1]'],
  ['true', 'true'],
  ['1.5', '1.5'],
  ['1.0000001', '1.0000001'],
  ['1abc', '"1abc"'],
  ['the text 1.0', '"1.0"'],
  ['the text 01 with a sign', '"+01"'],
  ['full-width digits', '"１"'],
  ['-1', '-1'],
  ['1e21', '1e21'],
  ['a URL', '"https://zoom.us/j/84512367890?pwd=1"'],
  ['10,000 characters', JSON.stringify('1'.repeat(10_000))],
  ['an object with valueOf', '{"valueOf":1}'],
  ['an empty text', '""'],
]

const badMembers = [
  ...members.flatMap((member) => badValues.map(([name, json]) => [member, name, json] as const)),
  ...members.slice(1).map((member) => [member, 'a blank and a digit', '" 1"'] as const),
  ...['meetingNumber', 'role'].map((member) => [member, 'nothing', undefined] as const),
]

test.each(badMembers)('refuses %s: %s', async (member, _, json) => {
  const { app, sign } = createTestApp()
  const sound: Record<string, string> = { meetingNumber: '"84512367890"', role: '0' }
  const { [member]: __, ...others } = sound
  const all = json === undefined ? others : { ...others, [member]: json }
  const text = Object.entries(all).map(([name, value]) => `"${name}":${value}`)
  const answer = await app.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': 'application/json' },
    body: `{${text.join(',')}}`,
  })
  const problem = problemIn(answer)
  expect(problem.status).toBe(400)
  expect(problem.errors).toHaveLength(1)
  expect(problem.errors?.[0]).toMatchObject({ code: problem.code, pointer: `/${member}` })
  expect(problem.detail).toMatch(new RegExp(`^${member} is .+, wanted .+\\.$`))
  expect(problem.detail.length).toBeLessThan(200)
  expect(sign).not.toHaveBeenCalled()
})

test('names every fault at once, in the order of the members', async () => {
  const { app, sign } = createTestApp()
  const body = { rôle: 1, role: true, 'a/~b': 0 }
  const problem = problemIn(await app.inject({ method: 'POST', url: '/', body }))
  expect(problem.code).toBe('mn-missing')
  expect(problem.errors?.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['mn-missing', '/meetingNumber'],
    ['role-invalid', '/role'],
    ['request-member-unknown', '/rôle'],
    ['request-member-unknown', '/a~1~0b'],
  ])
  expect(problem.detail).toContain('meetingNumber is missing, wanted 1 to 12 digits; role is true')
  expect(sign).not.toHaveBeenCalled()
})

test('answers thousands of unknown members with few, and a long name without it', async () => {
  const { app } = createTestApp()
  const names = Array.from({ length: 1500 }, (_, i) => `m${i}`)
  const long = 'x'.repeat(200)
  const body = Object.fromEntries([long, ...names].map((name) => [name, 0]))
  const problem = problemIn(await app.inject({ method: 'POST', url: '/', body }))
  expect(problem.errors).toHaveLength(16)
  expect(problem.detail).toContain('and 1487 more.')
  expect(problem.errors?.[2]).toMatchObject({ pointer: '', code: 'request-member-unknown' })
  expect(JSON.stringify(problem)).not.toContain(long)
})

test('never fails, and never signs for a host who was not asked for', async () => {
  const { app, sign } = createTestApp({ config: { sdkKey } })
  const value = fc.oneof(
    fc.constantFrom<unknown>(0, 1, '0', '1', true, [1], ['1'], ' 1', '1 ', 1.5, -1, 1e21, null, ''),
    fc.jsonValue(),
  )
  const body = fc.oneof(
    fc.record(
      { meetingNumber: value, role: value, expirationSeconds: value, videoWebRtcMode: value },
      { requiredKeys: [] },
    ),
    fc.record({ meetingNumber: fc.constant('84512367890'), role: value }),
    fc.jsonValue(),
  )
  await fc.assert(
    fc.asyncProperty(body, async (input) => {
      sign.mockClear()
      const headers = { 'content-type': 'application/json' }
      const text = JSON.stringify(input)
      const answer = await app.inject({ method: 'POST', url: '/', headers, body: text })
      expect([200, 400]).toContain(answer.statusCode)
      if (answer.statusCode === 400) expect(sign).not.toHaveBeenCalled()
      else if (sign.mock.calls[0]?.[0].role === 1) {
        expect([1, '1']).toContain((input as { role: unknown }).role)
      }
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['127.0.0.1:4000', 200],
  ['localhost', 200],
  ['LOCALHOST:80', 200],
  ['[::1]:4000', 200],
  ['rebound.example', 403],
  ['rebound.example:4000', 403],
  ['localhost.rebound.example', 403],
  ['127.0.0.1.rebound.example', 403],
])('open to this machine only, asked at %j it answers %d', async (host, status) => {
  const { app, sign } = createTestApp({ localOnly: true })
  const body = { meetingNumber: '1', role: 0 }
  const answer = await app.inject({ method: 'POST', url: '/', body, headers: { host } })
  expect(answer.statusCode).toBe(status)
  expect(sign).toHaveBeenCalledTimes(status === 200 ? 1 : 0)
})

test.each([
  [{ 'x-forwarded-for': '203.0.113.7' }, 403],
  [{ 'x-forwarded-for': '127.0.0.1, 203.0.113.7' }, 403],
  [{ 'x-forwarded-for': '' }, 403],
  [{ 'x-real-ip': '203.0.113.7' }, 403],
  [{ 'x-forwarded-host': 'signer.example' }, 403],
  [{ forwarded: 'for=127.0.0.1' }, 403],
  [{ via: '1.1 proxy' }, 403],
  // What development servers of this machine add.
  [{ 'x-forwarded-for': '::ffff:127.0.0.1', 'x-forwarded-host': 'localhost:5173' }, 200],
  [{ 'x-forwarded-for': '::1' }, 200],
])('open to this machine only, through a proxy with %j it answers %d', async (headers, status) => {
  const { app, sign } = createTestApp({ localOnly: true })
  const body = { meetingNumber: '1', role: 0 }
  const local = { host: '127.0.0.1:4000' }
  const answer = await app.inject({
    method: 'POST',
    url: '/',
    body,
    headers: { ...local, ...headers },
  })
  expect(answer.statusCode).toBe(status)
  expect(sign).toHaveBeenCalledTimes(status === 200 ? 1 : 0)
})
