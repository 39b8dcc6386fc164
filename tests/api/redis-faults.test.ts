import { expect, onTestFinished, test } from 'vitest'
import { command, freePort, hasRedis, kill, startRedis } from './redis.ts'
import { say } from './say.ts'
import { callerKey, createAccessFolder, sdkSecret, startApi } from './start-api.ts'

const headers = { authorization: `Bearer ${callerKey}`, 'content-type': 'application/json' }
const body = '{"meetingNumber":"84512367890","role":0}'
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits for the next minute where this one is nearly over, since limits count by minutes. */
async function earlyInAMinute(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000)
  if (left < 10_000) await wait(left + 100)
}

const redisTest = hasRedis() ? test : test.skip
if (!hasRedis()) say('skipped: the tests with a Redis that is at fault, for want of redis-server')

redisTest.each([
  ['another password', ':wrong7canary@', ['CONFIG SET requirepass right7canary'], 'WRONGPASS'],
  ['a password that is missing', '', ['CONFIG SET requirepass right7canary'], 'NOAUTH'],
  [
    'memory that is full',
    '',
    ['CONFIG SET maxmemory-policy noeviction', 'CONFIG SET maxmemory 1'],
    'OOM',
  ],
  ['a master elsewhere', '', ['REPLICAOF 127.0.0.1 1'], 'READONLY'],
  [
    'no right to let counts end',
    'signer:wrong7canary@',
    ['ACL SETUSER signer on >wrong7canary ~* +@all -pexpire'],
    'NOPERM',
  ],
] as const)(
  'with a Redis that has %s it signs, counts alone, and says so',
  async (_, user, commands, reason) => {
    const folder = createAccessFolder()
    onTestFinished(folder.remove)
    folder.write(sdkSecret, { ratePerMinute: 3 })
    const port = await freePort()
    const redis = await startRedis(port)
    onTestFinished(() => kill(redis))
    for (const line of commands) expect(await command(port, line)).toMatch(/^\+OK/)
    const env = { ACCESS_FILE: folder.path, REDIS_URL: `redis://${user}127.0.0.1:${port}` }
    const api = await startApi({ env: { EVENT_LOOP_DELAY_MS: '0', ...env } })
    onTestFinished(() => void api.process.kill('SIGKILL'))
    await earlyInAMinute()
    const statuses: number[] = []
    for (let i = 0; i < 4; i += 1) {
      const answer = await fetch(api.url, { method: 'POST', headers, body })
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([200, 200, 200, 429])
    await api.shows(new RegExp(`"reason":"${reason}","msg":"Redis is away`))
    const ready = await fetch(new URL('/readyz', api.url))
    expect(await ready.json()).toEqual({ status: 'ready', rateLimits: 'alone' })
    expect(api.output()).not.toContain('7canary')
  },
)
