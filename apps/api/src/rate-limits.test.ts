import type { FastifyInstance } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { addressKey } from './address-key.ts'
import { buildApp } from './build-app.ts'
import { createMemoryCounter } from './rate-counter.ts'
import { createRemoteKeys } from './remote-keys.ts'
import { createTestEdge, issueToken, keySet, keys, loadTestAccess } from './test-access.ts'
import { createTestApp, now, problemIn } from './test-app.ts'

const sound = { meetingNumber: '1', role: 0 }

async function statuses(
  app: FastifyInstance,
  times: number,
  request: {
    readonly token?: string
    readonly remoteAddress?: string
    readonly headers?: object
  } = {},
): Promise<readonly number[]> {
  const { token, headers, ...rest } = request
  const all = { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const found: number[] = []
  for (let i = 0; i < times; i += 1) {
    const answer = await app.inject({
      method: 'POST',
      url: '/',
      body: sound,
      headers: all,
      ...rest,
    })
    found.push(answer.statusCode)
  }
  return found
}

test('an address has so many requests a minute, and the next minute again', async () => {
  let present = new Date('2026-11-24T12:00:15Z')
  const rates = { counter: createMemoryCounter(() => present), perAddress: 3, perCaller: 0 }
  const { app } = createTestApp({ rates })
  expect(await statuses(app, 4)).toEqual([200, 200, 200, 429])
  const answer = await app.inject({ method: 'POST', url: '/', body: sound })
  expect(problemIn(answer)).toMatchObject({ status: 429, code: 'rate-limited' })
  expect(answer.headers['retry-after']).toBe('45')
  expect(await statuses(app, 1, { remoteAddress: '192.0.2.7' })).toEqual([200])
  present = new Date('2026-11-24T12:01:00Z')
  expect(await statuses(app, 1)).toEqual([200])
})

test('a limit comes before the body and the key, and not before probes and pages', async () => {
  const rates = { counter: createMemoryCounter(() => now), perAddress: 1, perCaller: 0 }
  const { app } = createTestApp({ rates })
  await statuses(app, 1)
  const answer = await app.inject({ method: 'POST', url: '/', body: 'x'.repeat(20_000) })
  expect(answer.statusCode).toBe(429)
  for (const url of ['/', '/healthz', '/readyz', '/openapi.json', '/reference/']) {
    expect((await app.inject({ url })).statusCode).toBe(200)
  }
})

test('x-forwarded-for is believed of named proxies only', async () => {
  const forwarded = (i: number): object => ({ 'x-forwarded-for': `203.0.113.${i}` })
  const create = (trustProxy?: readonly string[]): FastifyInstance => {
    const rates = { counter: createMemoryCounter(() => now), perAddress: 1, perCaller: 0 }
    return createTestApp({ rates, ...(trustProxy ? { trustProxy } : {}) }).app
  }
  const ask = async (app: FastifyInstance): Promise<readonly number[]> => [
    ...(await statuses(app, 1, { headers: forwarded(1) })),
    ...(await statuses(app, 1, { headers: forwarded(2) })),
  ]
  expect(await ask(create())).toEqual([200, 429])
  expect(await ask(create(['10.0.0.0/8']))).toEqual([200, 429])
  expect(await ask(create(['127.0.0.1']))).toEqual([200, 200])
})

test('a caller is counted as one, whichever of its keys and addresses it uses', async () => {
  const keysOf = (url: string): ReturnType<typeof createRemoteKeys> =>
    createRemoteKeys(url, { clock: () => 0, fetch: () => Promise.resolve(new Response(keySet)) })
  const { access } = loadTestAccess(createTestEdge({ keysOf }))
  const rates = { counter: createMemoryCounter(() => now), perAddress: 0, perCaller: 2 }
  const app = buildApp({ access: () => access, config: {}, rates })
  onTestFinished(() => app.close())
  expect(await statuses(app, 1, { token: keys.web })).toEqual([200])
  expect(await statuses(app, 2, { token: keys.webNext, remoteAddress: '192.0.2.7' })).toEqual([
    200, 429,
  ])
  expect(await statuses(app, 1, { token: keys.staff })).toEqual([200])
  const [ann, bob] = [await issueToken(), await issueToken({ sub: 'bob' })]
  expect(await statuses(app, 3, { token: ann })).toEqual([200, 200, 429])
  expect(await statuses(app, 1, { token: bob })).toEqual([200])
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:192.0.2.1', '192.0.2.1'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::5:6', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('requests of %s are counted under %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})

test('a flood of addresses fills no memory, and is counted as one after a while', () => {
  const counter = createMemoryCounter(() => now)
  for (let i = 0; i < 100_000; i += 1) counter.hit(`a:${i}`)
  expect(counter.hit('a:7').count).toBe(2)
  expect([counter.hit('a:new'), counter.hit('a:newer')].map(({ count }) => count)).toEqual([1, 2])
})
