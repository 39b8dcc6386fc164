import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from './redis.ts'
import {
  type Api,
  callerKey,
  createAccessFolder,
  sdkKey,
  sdkSecret,
  startApi,
} from './start-api.ts'

const metricsKey = 'metrics7key2of5the9canary4test'
const redisPassword = 'redis7password2of5the9canary4'
const spans = ['--import', join(import.meta.dirname, 'collect-spans.mjs')]
const crash = ['--import', join(import.meta.dirname, 'crash-later.mjs')]
const json = { 'content-type': 'application/json' }
const authorized = { ...json, authorization: `Bearer ${callerKey}` }
const sound = '{"meetingNumber":"84512367890","role":0}'

/** Asks in every way, and gives all that came back but the answers that are tokens. */
async function askEverything(
  api: Api,
): Promise<{ readonly texts: string[]; readonly token: string }> {
  const texts: string[] = []
  let token = ''
  const ask = async (path: string, init: RequestInit): Promise<void> => {
    const answer = await fetch(new URL(path, api.url), init)
    const text = await answer.text()
    const found = /"signature":"([^"]+)"/.exec(text)?.[1]
    if (found) token = found
    texts.push(JSON.stringify([...answer.headers]), found ? text.replace(found, '') : text)
  }
  const post = (headers: Record<string, string>, body: string): RequestInit => ({
    method: 'POST',
    headers,
    body,
  })
  await ask('/', post(authorized, sound))
  await ask('/v1/signatures', post(authorized, sound))
  await ask(`/?token=${token}&key=${callerKey}`, post(authorized, sound))
  await ask('/', post(authorized, '{"meetingNumber":"84512367890","role":1}'))
  await ask('/', post(authorized, `{"role":"${sdkSecret}","${sdkSecret}":"${token}"}`))
  await ask('/', post(authorized, `{"broken":"${sdkSecret}`))
  await ask('/', post({ ...json, authorization: `Bearer ${callerKey}x` }, sound))
  await ask('/', post({ ...json, authorization: `Bearer ${token}` }, sound))
  await ask('/', post({ ...json, authorization: `Basic ${sdkSecret}`, cookie: sdkSecret }, sound))
  await ask(`/v1/apps/${sdkSecret}/signatures`, post(authorized, sound))
  await ask(`/${token}`, { headers: authorized })
  await ask('/v1/inspections', post(authorized, JSON.stringify({ token })))
  for (const path of ['/', '/healthz', '/readyz', '/openapi.json', '/reference/', '/metrics']) {
    await ask(path, { headers: { authorization: `Bearer ${callerKey}` } })
  }
  await ask('/metrics', { headers: { authorization: `Bearer ${metricsKey}` } })
  return { texts, token }
}

test('nothing that comes out has a secret, a key, a token or a whole number in it', async () => {
  const folder = createAccessFolder()
  onTestFinished(folder.remove)
  const metricsPort = await freePort()
  const api = await startApi({
    nodeArguments: spans,
    env: {
      ACCESS_FILE: folder.path,
      LOG_LEVEL: 'trace',
      METRICS_KEY: metricsKey,
      METRICS_PORT: `${metricsPort}`,
      REDIS_URL: `redis://user:${redisPassword}@127.0.0.1:1`,
      INSPECTIONS: 'on',
    },
  })
  onTestFinished(() => void api.process.kill('SIGKILL'))
  const { texts, token } = await askEverything(api)
  expect(token).toMatch(/^eyJ/)
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  expect(metrics).toContain(
    'sigshift_signatures_total{app="main",product="meeting",role="participant",outcome="signed"} 3',
  )
  expect(metrics).toMatch(/sigshift_http_request_duration_seconds_bucket\{.*route="\/"/)
  // Without CLOCK_SOURCE nobody knows; 0 would look like a clock that is right.
  expect(metrics).toMatch(/^sigshift_clock_skew_seconds NaN$/im)
  folder.write(`"${sdkSecret}"`)
  api.process.kill('SIGHUP')
  await api.shows(/the configuration is broken/)
  folder.write(sdkSecret)
  api.process.kill('SIGHUP')
  await api.shows(/the configuration was read again/)
  api.process.kill('SIGTERM')
  expect(await api.ended).toBe(0)

  const output = api.output()
  expect(output).toContain('"caller":"web"')
  expect(output).toMatch(/SPAN .*"http\.route":"\/"/)
  const everything = [output, metrics, ...texts].join('\n')
  const [, payload = '', mac = ''] = token.split('.')
  for (const canary of [sdkSecret, callerKey, metricsKey, redisPassword, token, payload, mac]) {
    const at = everything.indexOf(canary)
    expect(at < 0 ? '' : everything.slice(at - 100, at + 20)).toBe('')
  }
  expect(output).not.toContain('84512367890')
  expect(everything).toContain(sdkKey)
})

test('a crash says where it was, and not what it held', async () => {
  const api = await startApi({
    nodeArguments: crash,
    env: { ZOOM_MEETING_SDK_KEY: sdkKey, ZOOM_MEETING_SDK_SECRET: sdkSecret },
  })
  api.process.kill('SIGWINCH')
  expect(await api.ended).toBe(1)
  expect(api.output()).toMatch(/stopping after an error that nothing caught/)
  expect(api.output()).toContain('crash-later.mjs')
  expect(api.output()).not.toContain(sdkSecret)
})

test('/metrics is there only with its key, and on its own port without one', async () => {
  const none = await startApi({ env: { LOG_LEVEL: 'silent' } })
  onTestFinished(() => void none.process.kill('SIGKILL'))
  expect((await fetch(new URL('/metrics', none.url))).status).toBe(404)

  const keyed = await startApi({ env: { LOG_LEVEL: 'silent', METRICS_KEY: metricsKey } })
  onTestFinished(() => void keyed.process.kill('SIGKILL'))
  const status = async (authorization?: string): Promise<number> =>
    (
      await fetch(new URL('/metrics', keyed.url), {
        headers: authorization ? { authorization } : {},
      })
    ).status
  expect(await status()).toBe(401)
  expect(await status(`Bearer ${metricsKey}x`)).toBe(401)
  expect(await status(`Bearer ${metricsKey}`)).toBe(200)
})

test('a report of Node has no environment in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const flags = ['--report-on-signal', '--report-signal=SIGWINCH', `--report-directory=${folder}`]
  const api = await startApi({
    nodeArguments: flags,
    env: { ZOOM_MEETING_SDK_KEY: sdkKey, ZOOM_MEETING_SDK_SECRET: sdkSecret, LOG_LEVEL: 'silent' },
  })
  onTestFinished(() => void api.process.kill('SIGKILL'))
  api.process.kill('SIGWINCH')
  await api.shows(/Node\.js report completed/)
  const [name = ''] = readdirSync(folder)
  const report = readFileSync(join(folder, name), 'utf8')
  expect(report).toContain('"javascriptHeap"')
  expect(report).not.toContain(sdkSecret)
})

test('running out of memory tells nothing either', async () => {
  const api = await startApi({
    nodeArguments: [
      '--max-old-space-size=40',
      '--import',
      join(import.meta.dirname, 'fill-heap-later.mjs'),
    ],
    env: { ZOOM_MEETING_SDK_KEY: sdkKey, ZOOM_MEETING_SDK_SECRET: sdkSecret, LOG_LEVEL: 'info' },
  })
  onTestFinished(() => void api.process.kill('SIGKILL'))
  const headers = { 'content-type': 'application/json' }
  await fetch(api.url, { method: 'POST', headers, body: sound })
  api.process.kill('SIGWINCH')
  expect(await api.ended).not.toBe(0)
  expect(api.output()).toContain('heap out of memory')
  expect(api.output()).not.toContain(sdkSecret)
})
