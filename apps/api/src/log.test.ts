import { expect, test } from 'vitest'
import { describeError, redact } from './log.ts'
import { createTestApp, sdkKey, sdkSecret } from './test-app.ts'

const json = { 'content-type': 'application/json' }
const sound = '{"meetingNumber":"84512367890","role":1}'

function crash(): never {
  const cause = new Error(`cause with ${sdkSecret}`)
  throw Object.assign(new Error(`failed with ${sdkSecret}\n    at ${sdkSecret}`, { cause }), {
    options: { sdkSecret },
    headers: { 'x-secret': sdkSecret },
  })
}

test('the secret and the token are in no log line and no answer but the one that is asked for', async () => {
  const lines: string[] = []
  const answers: string[] = []
  let token = ''
  for (const sign of [undefined, crash]) {
    const { app, logLines } = createTestApp(sign ? { sign } : {})
    const requests = [
      { url: '/', body: sound },
      { url: '/', body: '{"broken' },
      { url: '/', body: `{"role":"${sdkSecret}","${sdkSecret}":"${sdkSecret}"}` },
      { url: `/?token=${sdkSecret}`, body: sound },
      { url: `/${sdkSecret}`, body: sound },
      { url: '/', body: 'x'.repeat(20_000) },
    ]
    for (const { url, body } of requests) {
      const headers = { ...json, authorization: `Bearer ${sdkSecret}`, cookie: sdkSecret }
      const answer = await app.inject({ method: 'POST', url, headers, body })
      if (answer.statusCode === 200) token = answer.json().signature
      answers.push(JSON.stringify(answer.headers))
      answers.push(answer.body.replace(/"signature":"[^"]+"/, ''))
    }
    for (const url of ['/', '/healthz', '/openapi.json', '/reference/']) {
      answers.push((await app.inject({ url })).body)
    }
    lines.push(...logLines)
  }
  expect(token).toMatch(/^eyJ/)
  expect(lines.length).toBeGreaterThan(10)
  for (const text of [...lines, ...answers]) {
    expect(text).not.toContain(sdkSecret)
    expect(text).not.toContain(token)
    expect(text).not.toContain(token.split('.')[2])
  }
})

test('a crash answers 500 without its message, and the log says where it was', async () => {
  const { app, logLines } = createTestApp({ sign: crash })
  const answer = await app.inject({ method: 'POST', url: '/', headers: json, body: sound })
  expect(answer.statusCode).toBe(500)
  expect(answer.headers).not.toHaveProperty('x-secret')
  const { code, instance } = answer.json()
  expect(code).toBe('internal-error')
  const line = logLines.map((text) => JSON.parse(text)).find(({ err }) => err)
  expect(`urn:uuid:${line.reqId}`).toBe(instance)
  expect(line.err).toEqual({ type: 'Error', stack: expect.stringMatching(/log\.test\.ts:\d+:\d+/) })
})

test('a request is one line, without address, header, query or body', async () => {
  const { app, logLines } = createTestApp()
  await app.inject({ method: 'POST', url: '/?a=b', headers: json, body: sound })
  expect(logLines).toHaveLength(1)
  expect(JSON.parse(logLines[0] ?? '')).toEqual({
    level: 30,
    time: expect.any(Number),
    reqId: expect.stringMatching(/^[\da-f-]{36}$/),
    method: 'POST',
    route: '/',
    status: 200,
    ms: expect.any(Number),
    caller: 'anyone',
    app: 'meeting',
    role: 'host',
    number: '…890',
    rule: 'open',
    msg: 'request',
  })
})

test('probes are not logged, and nothing is at level silent', async () => {
  const { app, logLines } = createTestApp()
  await app.inject({ url: '/healthz' })
  const silent = createTestApp({ config: { sdkKey, logLevel: 'silent' } })
  await silent.app.inject({ url: '/' })
  expect([...logLines, ...silent.logLines]).toEqual([])
})

test('redact replaces sensitive members at any depth, in any case, and changes no input', () => {
  const input = {
    a: { Authorization: 'x', b: { ZOOM_MEETING_SDK_SECRET: 'x', c: 1 } },
    sdkSecret: 'x',
  }
  const copy = structuredClone(input)
  expect(redact(input)).toEqual({
    a: { Authorization: '[redacted]', b: { ZOOM_MEETING_SDK_SECRET: '[redacted]', c: 1 } },
    sdkSecret: '[redacted]',
  })
  expect(input).toEqual(copy)
  expect(JSON.stringify(redact({ a: { a: { a: { a: { sdkSecret: 'x' } } } } }))).not.toContain('x')
})

test('describeError keeps frames and leaves out the message, whatever it looks like', () => {
  const error = new TypeError('a\n    at secret (/file.js:1:1)\n')
  const { type, stack } = describeError(error)
  expect(type).toBe('TypeError')
  expect(stack).toContain('log.test.ts:')
  expect(stack).not.toContain('secret')
  expect(describeError(Object.assign(new Error(''), { code: 'EFAULT' }))).toMatchObject({
    code: 'EFAULT',
  })
})
