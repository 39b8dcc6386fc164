import { createHmac } from 'node:crypto'
import { Agent } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { load, post } from './load.ts'
import { startProxy } from './proxy.ts'
import { freePort, hasRedis, kill, startRedis } from './redis.ts'
import { say } from './say.ts'
import {
  type Api,
  callerKey,
  createAccessFolder,
  type StartOptions,
  sdkSecret,
  startApi,
} from './start-api.ts'

const connections = 32
const headers = { authorization: `Bearer ${callerKey}` }
const unlimited = { ratePerMinute: 1_000_000 }
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function start(options: StartOptions): Promise<Api> {
  const env = { LOG_LEVEL: 'warn', RATE_PER_ADDRESS: '0', EVENT_LOOP_DELAY_MS: '0', ...options.env }
  const api = await startApi({ ...options, env })
  onTestFinished(() => void api.process.kill('SIGKILL'))
  return api
}

function macIsOf(body: string, secret: string): boolean {
  const [header, payload, mac] = (JSON.parse(body) as { signature: string }).signature.split('.')
  return mac === createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')
}

/** Waits for the next minute where this one is nearly over, since limits count by minutes. */
async function earlyInAMinute(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000)
  if (left < 25_000) await wait(left + 100)
}

test('20 new secrets by SIGHUP under load: no signing fails, and each token has one of them', async () => {
  const folder = createAccessFolder()
  onTestFinished(folder.remove)
  folder.write(sdkSecret, unlimited)
  const api = await start({ env: { ACCESS_FILE: folder.path, LOG_LEVEL: 'info' } })
  const secrets = [
    sdkSecret,
    ...Array.from({ length: 20 }, (_, i) => `rotated-${i}-7gT2wQ9mZ4kV8nB3`),
  ]
  const rotate = async (): Promise<void> => {
    for (const secret of secrets.slice(1)) {
      await wait(150)
      folder.write(secret, unlimited)
      api.process.kill('SIGHUP')
    }
    await wait(300)
  }
  const { counts, errors, bodies } = await load({
    ports: [api.port],
    connections,
    headers,
    until: rotate(),
    most: 500_000,
  })
  expect(errors).toEqual({})
  expect(Object.keys(counts)).toEqual(['200'])
  const used = secrets.filter((secret) => bodies.some((body) => macIsOf(body, secret)))
  expect(used.length).toBeGreaterThan(15)
  expect(bodies.every((body) => secrets.some((secret) => macIsOf(body, secret)))).toBe(true)
  const { body } = await post(api.port, new Agent(), headers)
  expect(macIsOf(body, secrets.at(-1) ?? '')).toBe(true)
  say(`SIGHUP: ${counts[200]} signed, ${used.length} of 21 secrets seen`)
})

test('SIGTERM of one of two instances behind a proxy: no signing fails', async () => {
  const folder = createAccessFolder()
  onTestFinished(folder.remove)
  folder.write(sdkSecret, unlimited)
  const env = { ACCESS_FILE: folder.path, STOP_DELAY_SECONDS: '1' }
  const [one, two] = await Promise.all([start({ env }), start({ env })])
  const proxy = await startProxy([one.port, two.port])
  onTestFinished(proxy.close)
  const stop = async (): Promise<void> => {
    await wait(1000)
    one.process.kill('SIGTERM')
    expect(await one.ended).toBe(0)
    await wait(1000)
  }
  const { counts, errors } = await load({
    ports: [proxy.port],
    connections,
    headers,
    until: stop(),
    most: 500_000,
  })
  say(`SIGTERM: ${counts[200]} signed, ${proxy.retried()} sent on to the other instance`)
  expect(errors).toEqual({})
  expect(Object.keys(counts)).toEqual(['200'])
})

test('SIGKILL of one of two: only what was in flight there is lost, and the proxy sends it on', async () => {
  const folder = createAccessFolder()
  onTestFinished(folder.remove)
  folder.write(sdkSecret, unlimited)
  const env = { ACCESS_FILE: folder.path }
  const [one, two] = await Promise.all([start({ env }), start({ env })])
  const proxy = await startProxy([one.port, two.port])
  onTestFinished(proxy.close)
  const stop = async (): Promise<void> => {
    await wait(1000)
    one.process.kill('SIGKILL')
    await wait(1000)
  }
  const { counts } = await load({
    ports: [proxy.port],
    connections,
    headers,
    until: stop(),
    most: 500_000,
  })
  const failed = Object.entries(counts).reduce(
    (sum, [status, n]) => sum + (status === '200' ? 0 : n),
    0,
  )
  say(`SIGKILL: ${counts[200]} signed, ${proxy.retried()} sent on, ${failed} failed`)
  expect(proxy.retried()).toBeGreaterThan(0)
  expect(failed).toBeLessThanOrEqual(connections)
})

const redisTest = hasRedis() ? test : test.skip
if (!hasRedis()) say('skipped: the tests with Redis, for want of redis-server')

redisTest('two instances share a limit in Redis, within 10 %', async () => {
  const folder = createAccessFolder()
  onTestFinished(folder.remove)
  const limit = 600
  folder.write(sdkSecret, { ratePerMinute: limit })
  const redisPort = await freePort()
  const redis = await startRedis(redisPort)
  onTestFinished(() => kill(redis))
  const env = {
    ACCESS_FILE: folder.path,
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    LOG_LEVEL: 'info',
  }
  const [one, two] = await Promise.all([start({ env }), start({ env })])
  await Promise.all([one.shows(/counted in Redis/), two.shows(/counted in Redis/)])
  await earlyInAMinute()
  const { counts } = await load({
    ports: [one.port, two.port],
    connections,
    headers,
    until: Promise.resolve().then(() => wait(5000)),
    most: 6 * limit,
  })
  say(`Redis, two instances, a limit of ${limit}: ${JSON.stringify(counts)}`)
  expect(counts[200]).toBeGreaterThan(0.9 * limit)
  expect(counts[200]).toBeLessThanOrEqual(1.1 * limit)
  expect(counts[429]).toBeGreaterThan(limit)
})

redisTest(
  'Redis killed and restarted under load: no signing fails, and limits are each instance’s own meanwhile',
  async () => {
    const folder = createAccessFolder()
    onTestFinished(folder.remove)
    folder.write(sdkSecret, unlimited)
    const redisPort = await freePort()
    let redis = await startRedis(redisPort)
    onTestFinished(() => kill(redis))
    const env = {
      ACCESS_FILE: folder.path,
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
      LOG_LEVEL: 'info',
    }
    const api = await start({ env })
    await api.shows(/counted in Redis/)
    const interrupt = async (): Promise<void> => {
      await wait(700)
      await kill(redis)
      await wait(1500)
      redis = await startRedis(redisPort)
      await wait(3500)
      redis.kill('SIGSTOP')
      await wait(1500)
      redis.kill('SIGCONT')
      await wait(3500)
    }
    const { counts, errors } = await load({
      ports: [api.port],
      connections,
      headers,
      until: interrupt(),
      most: 900_000,
    })
    say(`Redis killed, restarted, paused and continued: ${JSON.stringify(counts)}`)
    expect(errors).toEqual({})
    expect(Object.keys(counts)).toEqual(['200'])
    const said = api.output().match(/Redis is away|counted in Redis/g) ?? []
    expect(said.slice(0, 3)).toEqual(['counted in Redis', 'Redis is away', 'counted in Redis'])
    expect(said.at(-1)).toBe('counted in Redis')
  },
)

redisTest(
  'without Redis each instance allows the limit for itself, as the runbook says',
  async () => {
    const folder = createAccessFolder()
    onTestFinished(folder.remove)
    const limit = 300
    folder.write(sdkSecret, { ratePerMinute: limit })
    const env = { ACCESS_FILE: folder.path, REDIS_URL: `redis://127.0.0.1:${await freePort()}` }
    const [one, two] = await Promise.all([start({ env }), start({ env })])
    await earlyInAMinute()
    const until = wait(5000)
    const { counts } = await load({
      ports: [one.port, two.port],
      connections,
      headers,
      until,
      most: 3000,
    })
    expect(counts[200]).toBe(2 * limit)
    const text = one.output() + two.output()
    expect(text).not.toContain(sdkSecret)
    expect(text).not.toContain(callerKey)
  },
)
