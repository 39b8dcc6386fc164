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

test('a limit comes before the body and the key, and not before probes', async () => {
  const rates = { counter: createMemoryCounter(() => now), perAddress: 1, perCaller: 0 }
  const { app } = createTestApp({ rates })
  await statuses(app, 1)
  const answer = await app.inject({ method: 'POST', url: '/', body: 'x'.repeat(20_000) })
  expect(answer.statusCode).toBe(429)
  for (const url of ['/healthz', '/readyz', '/healthz', '/readyz']) {
    expect((await app.inject({ url })).statusCode).toBe(200)
  }
})

test('an address has as many pages a minute, counted apart from what it asks of the signer', async () => {
  const rates = { counter: createMemoryCounter(() => now), perAddress: 5, perCaller: 0 }
  const { app } = createTestApp({ rates })
  const pages = ['/', '/openapi.json', '/reference', '/reference/', '/reference/js/scalar.js']
  for (const url of pages) expect((await app.inject({ url })).statusCode).toBeLessThan(400)
  for (const url of pages) {
    expect(problemIn(await app.inject({ url }))).toMatchObject({
      status: 429,
      code: 'rate-limited',
    })
  }
  expect(await statuses(app, 1)).toEqual([200])
  const other = await app.inject({ url: '/', remoteAddress: '192.0.2.7' })
  expect(other.statusCode).toBe(200)
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

test.each([
  ['a port behind it', ['203.0.113.1:1', '203.0.113.1:2']],
  ['what is no address', ['unknown', '_x']],
  ['another address in front of it', ['198.51.100.1, 203.0.113.1', '198.51.100.2, 203.0.113.1']],
  ['another way to write it', ['::ffff:cb00:7101', '203.0.113.1']],
])('an address that a proxy forwards is counted as one with %s', async (_, values) => {
  const rates = { counter: createMemoryCounter(() => now), perAddress: 1, perCaller: 0 }
  const { app } = createTestApp({ rates, trustProxy: ['127.0.0.1'] })
  const found: number[] = []
  for (const value of values) {
    found.push(...(await statuses(app, 1, { headers: { 'x-forwarded-for': value } })))
  }
  expect(found).toEqual([200, 429])
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
  ['::ffff:c000:201', '192.0.2.1'],
  ['0:0:0:0:0:FFFF:192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:4711', '192.0.2.1'],
  ['[::ffff:192.0.2.1]:4711', '192.0.2.1'],
  ['[2001:db8:1:2::6]:4711', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::6]', '2001:db8:1:2::/64'],
  ['::1:2:3:4:5:192.0.2.1', '0:1:2:3::/64'],
  ['0:1:2:3:4:5:c000:201', '0:1:2:3::/64'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::5:6', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('requests of %s are counted under %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})

test.each([undefined, '', 'unknown', '_hidden', '192.0.2', '999.1.1.1', '::1::', 'a:b'])(
  '%j is no address, and is counted with all that are none',
  (text) => {
    expect(addressKey(text)).toBe('unknown')
  },
)

function countersAfterFlood(): ReturnType<typeof createMemoryCounter> {
  const counter = createMemoryCounter(() => now)
  for (let i = 0; i < 200_000; i += 1) counter.hit(`a:${i}`)
  return counter
}

test('a flood of addresses is told apart no longer, and those after it share some counts', () => {
  const counter = countersAfterFlood()
  expect(counter.hit('a:7').count).toBe(2)
  const first = counter.hit('a:new').count
  expect(counter.hit('a:new').count).toBe(first + 1)
  // Of 100,000 that were too many each of 4096 counts has some 24.
  for (let i = 0; i < 100; i += 1) expect(counter.hit(`a:new-${i}`).count).toBeLessThan(80)
})

test('a flood of addresses does not use up what callers are counted under', () => {
  const counter = countersAfterFlood()
  expect([counter.hit('c:web'), counter.hit('c:staff')].map(({ count }) => count)).toEqual([1, 1])
})
