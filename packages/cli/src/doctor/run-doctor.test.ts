import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { call } from '../../testing/call.ts'
import {
  type Behaviour,
  endpoint,
  expressTrace,
  login,
  origin,
  sdkKey,
  sdkSecret,
  sendJson,
  signAt,
  start,
  stopAll,
  zoomSample,
} from '../../testing/endpoint.ts'

afterEach(stopAll)

const minutes = 60_000
const asUser = ['--header', `Authorization: ${login}`, '--origin', origin]
const env = { ZOOM_MEETING_SDK_SECRET: sdkSecret }

interface Report {
  readonly sound: boolean
  readonly issues: readonly { readonly code: string; readonly evidence: readonly object[] }[]
  readonly requests: readonly { readonly purpose: string; readonly outcome: string }[]
}

async function examine(listener: RequestListener, argv: readonly string[] = asUser) {
  const url = await start(listener)
  const { exitCode, stdout, stderr } = await call(['doctor', url, '--json', ...argv], { env })
  const report = JSON.parse(stdout) as Report
  return { exitCode, stdout, stderr, report, codes: report.issues.map(({ code }) => code) }
}

function legacySignature(meetingNumber: string, role: number): string {
  const timestamp = Date.now() - 30_000
  const message = Buffer.from(`${sdkKey}${meetingNumber}${timestamp}${role}`).toString('base64')
  const mac = createHmac('sha256', sdkSecret).update(message).digest('base64')
  return Buffer.from(`${sdkKey}.${meetingNumber}.${timestamp}.${role}.${mac}`).toString('base64')
}

const broken: readonly (readonly [
  name: string,
  changes: Partial<Behaviour>,
  codes: readonly string[],
])[] = [
  [
    'answers HTML',
    { send: (response) => void response.end('<!doctype html><title>Sign in</title>') },
    ['endpoint-answer-not-json'],
  ],
  [
    'answers a JSON string',
    { send: (response, signature) => sendJson(response, signature) },
    ['endpoint-answer-is-string'],
  ],
  [
    'answers the bare token',
    { send: (response, signature) => void response.end(signature) },
    ['endpoint-answer-is-string'],
  ],
  [
    'names the member otherwise',
    { send: (response, signature) => sendJson(response, { token: signature }) },
    ['endpoint-signature-missing'],
  ],
  [
    'puts the member one level lower',
    { send: (response, signature) => sendJson(response, { data: { signature } }) },
    ['endpoint-signature-missing'],
  ],
  [
    'answers an empty object',
    { send: (response) => sendJson(response, {}) },
    ['endpoint-signature-missing'],
  ],
  ['has a clock 5 minutes fast', { dateOffsetMilliseconds: 5 * minutes }, ['endpoint-clock-skew']],
  ['has a clock 5 minutes slow', { dateOffsetMilliseconds: -5 * minutes }, ['endpoint-clock-skew']],
  [
    'answers an expired token',
    { sign: (number, role) => signAt(new Date(Date.now() - 307 * minutes), number, role) },
    ['expired'],
  ],
  [
    'answers a token for another meeting',
    { sign: (_, role) => signAt(new Date(), '987654321', role) },
    ['meeting-number-mismatch'],
  ],
  ['allows no origin', { allowedOrigin: undefined }, ['endpoint-no-cors']],
  ['allows another origin', { allowedOrigin: 'https://other.example' }, ['endpoint-no-cors']],
  ['answers the old signature', { sign: legacySignature }, ['legacy-signature']],
  [
    'echoes the secret',
    { send: (response, signature) => sendJson(response, { signature, debug: `key ${sdkSecret}` }) },
    ['endpoint-leaks-secret'],
  ],
  [
    'answers a secret that is not known here',
    {
      send: (response, signature) =>
        sendJson(response, { signature, config: { sdkSecret: 'another-secret-9876543210' } }),
    },
    ['endpoint-leaks-secret'],
  ],
  [
    'fails with a stack trace',
    { send: (response) => void response.writeHead(500).end(expressTrace) },
    ['endpoint-error-status', 'endpoint-leaks-trace'],
  ],
  [
    'shows a stack trace to strangers',
    { sendError: (response, status) => void response.writeHead(status).end(expressTrace) },
    ['endpoint-leaks-trace'],
  ],
  ['signs for anybody', { isSignedIn: () => true }, ['endpoint-no-authentication']],
  [
    'signs any role for anybody',
    { isSignedIn: () => true, roleFor: (role) => role },
    ['endpoint-host-for-anybody', 'endpoint-no-authentication'],
  ],
]

describe('an endpoint that', () => {
  test.each(broken)('%s', async (_, changes, codes) => {
    const { exitCode, stdout, report, codes: found } = await examine(endpoint(changes))
    expect(found).toEqual(codes)
    expect(exitCode).toBe(1)
    expect(report.sound).toBe(false)
    for (const { evidence } of report.issues) expect(evidence).not.toEqual([])
    for (const hidden of [sdkSecret, login, 'another-secret-9876543210']) {
      expect(stdout).not.toContain(hidden)
    }
  })

  test('is right in everything has nothing wrong', async () => {
    const { exitCode, report } = await examine(endpoint())
    expect(report.issues).toEqual([])
    expect(exitCode).toBe(0)
    expect(report.requests.map(({ purpose }) => purpose)).toEqual([
      'participant, with your headers',
      'participant, not signed in',
      'host, not signed in',
      'broken body, to see an error',
      'preflight of a browser (CORS)',
    ])
  })

  test('is Zoom’s sample as it is deployed', async () => {
    const { codes, exitCode } = await examine(zoomSample, ['--origin', origin])
    expect(codes).toEqual([
      'endpoint-host-for-anybody',
      'endpoint-leaks-trace',
      'endpoint-no-authentication',
    ])
    expect(exitCode).toBe(1)
  })

  test('wants a login that was not given', async () => {
    const { report } = await examine(endpoint(), [])
    expect(report.issues).toMatchObject([
      {
        code: 'endpoint-error-status',
        evidence: [
          { field: 'status', seen: '401', wanted: '200; give the login of a user by --header' },
        ],
      },
    ])
  })

  test('signs with another secret than the one given', async () => {
    const url = await start(endpoint())
    const argv = ['doctor', url, '--json', ...asUser, '--secret-env', 'OTHER_SECRET']
    const { stdout } = await call(argv, {
      env: { OTHER_SECRET: createHash('sha256').digest('hex') },
    })
    expect(JSON.parse(stdout).issues).toMatchObject([{ code: 'secret-mismatch' }])
  })
})

describe('limits', () => {
  test('an endpoint that hangs is left after the timeout, and not asked again', async () => {
    let requests = 0
    const { codes, report } = await examine(() => {
      requests += 1
    }, ['--timeout', '0.2'])
    expect(codes).toEqual(['endpoint-timeout'])
    expect(report.requests).toHaveLength(1)
    expect(requests).toBe(1)
  })

  test('the time limit holds for a body that trickles', async () => {
    const { codes } = await examine(
      (_, response) => {
        const timer = setInterval(() => response.write(' '), 20)
        response.on('close', () => clearInterval(timer))
      },
      ['--timeout', '0.3'],
    )
    expect(codes).toEqual(['endpoint-timeout'])
  })

  test('of an answer of 10 MB no more than 64 kB are read', async () => {
    const { codes, report } = await examine((_, response) => {
      response.end(JSON.stringify({ signature: 'A'.repeat(10_000_000) }))
    })
    expect(codes).toContain('endpoint-answer-too-large')
    expect(report.issues[0]?.evidence).toMatchObject([{ seen: 'more than 65536 characters' }])
  })

  test('a redirect is reported and not followed', async () => {
    let followed = 0
    const elsewhere = await start((_, response) => {
      followed += 1
      response.end()
    })
    const { report } = await examine((_, response) => {
      response.writeHead(307, { location: `${elsewhere}?token=hidden` }).end()
    })
    expect(report.issues).toMatchObject([
      { code: 'endpoint-error-status', evidence: [{ seen: `307 to ${elsewhere}, not followed` }] },
      { code: 'endpoint-no-cors' },
    ])
    expect(followed).toBe(0)
  })

  test('an endpoint that is not there', async () => {
    const url = await start(endpoint())
    await stopAll()
    const { stdout, exitCode } = await call(['doctor', url, '--json'])
    expect(JSON.parse(stdout).issues).toMatchObject([
      { code: 'endpoint-unreachable', evidence: [{ seen: 'ECONNREFUSED' }] },
    ])
    expect(exitCode).toBe(1)
  })
})

describe('what is asked', () => {
  test('--dry-run lists every request, hides values, and sends none', async () => {
    let requests = 0
    const url = await start((_, response) => {
      requests += 1
      response.end()
    })
    const { stdout, exitCode } = await call([
      'doctor',
      `${url}?tenant=mine`,
      '--dry-run',
      ...asUser,
    ])
    expect(exitCode).toBe(0)
    expect(requests).toBe(0)
    expect(stdout).not.toContain(login)
    expect(stdout).not.toContain('mine')
    expect(stdout.match(/^ {3}(?:POST|OPTIONS) /gm)).toHaveLength(5)
    expect(stdout).toContain('   authorization: (hidden)\n')
    expect(stdout).toContain('   {"meetingNumber":"12345678901","role":1}\n')
  })

  test('GET puts the fields into the query and sends no body', async () => {
    const asked: (string | undefined)[] = []
    const listener = ({ method, url }: IncomingMessage): void => {
      asked.push(`${method} ${url}`)
    }
    const url = await start((request, response) => {
      listener(request)
      sendJson(response, {})
    })
    await call(['doctor', `${url}?a=b`, '--method', 'GET', '--meeting-number', '987654321'])
    expect(asked).toEqual([
      'GET /signature?a=b&meetingNumber=987654321&role=0',
      'GET /signature?a=b&meetingNumber=987654321&role=1',
    ])
  })

  test.each([
    ['no URL', ['example.com/sign']],
    ['another scheme', ['ftp://example.com/']],
    ['credentials in the URL', ['https://user:secretpass@example.com/']],
    ['a header without a name', ['https://example.com/', '--header', 'secretpass']],
    ['a header that cannot be sent', ['https://example.com/', '--header', 'a: secretpass\nb']],
    ['an origin with a path', ['https://example.com/', '--origin', 'https://example.com/app']],
    ['no time', ['https://example.com/', '--timeout', '0']],
    ['too much time', ['https://example.com/', '--timeout', '3600']],
  ])('%s is refused', async (_, argv) => {
    const { exitCode, stdout, stderr } = await call(['doctor', ...argv])
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^sigshift: /)
    expect(stderr).not.toContain('secretpass')
  })
})

function parseOr400(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
  } catch {
    return undefined
  }
}

/** Takes its number and role under other names, as JSON, as a form, or in the URL. */
const otherNames: RequestListener = async (request, response) => {
  const url = new URL(request.url ?? '', 'http://localhost')
  const given = parseOr400((await text(request)) || url.search)
  const number = given?.meetingId ?? /\/(\d+)$/.exec(url.pathname)?.[1]
  if (number === undefined) return sendJson(response, { error: 'refused' }, 400)
  sendJson(response, { signature: signAt(new Date(), String(number), Number(given?.host ?? 0)) })
}

describe('an endpoint that names its members otherwise', () => {
  test.each([
    ['', ['--body', '{"meetingId":"{number}","host":{role}}']],
    ['', ['--body', '{"meetingId":{number},"host":"{role}"}']],
    ['', ['--body', 'meetingId={number}&host={role}']],
    ['?meetingId={number}&host={role}', ['--method', 'GET']],
  ])('is asked by a template: URL %j, %j', async (query, argv) => {
    const url = await start(otherNames)
    const { stdout } = await call(['doctor', url + query, '--json', ...argv])
    expect(JSON.parse(stdout).issues.map(({ code }: { code: string }) => code)).toEqual([
      'endpoint-host-for-anybody',
      'endpoint-no-authentication',
    ])
  })

  test('is not asked as host where the template has no role', async () => {
    const url = await start(otherNames)
    const { stdout } = await call(['doctor', `${url}/{number}`, '--method', 'GET', '--json'])
    const { requests, issues } = JSON.parse(stdout)
    expect(requests).toMatchObject([{ url: `${url}/12345678901` }])
    expect(issues).toMatchObject([{ code: 'endpoint-no-authentication' }])
  })

  test('is shown what would be sent', async () => {
    const argv = ['--body', 'mn={number}&role={role}', '--dry-run', '--json']
    const { stdout } = await call(['doctor', 'https://example.com/sign', ...argv])
    expect(JSON.parse(stdout).requests).toMatchObject([
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'mn=12345678901&role=0',
      },
      { body: 'mn=12345678901&role=1' },
      { body: '%' },
    ])
  })

  test.each([
    [['--body', '{"a":1}'], '--body has no {number} for the meeting number.'],
    [['--body', '{"mn":{number},}'], '--body is no JSON once {number} and {role} are filled in.'],
    [['--body', 'mn={number}', '--method', 'GET'], '--body does not go with --method GET'],
  ])('%j is called wrongly', async (argv, told) => {
    const { exitCode, stderr } = await call(['doctor', 'https://example.com/', ...argv])
    expect(exitCode).toBe(2)
    expect(stderr.replaceAll('\n', ' ')).toContain(told)
  })
})
