import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from './say.ts'
import { type Api, startApi } from './start-api.ts'
import { type Recorded, record } from './zoom-sample-answer.ts'
import { createRequests, type Exchange } from './zoom-sample-requests.ts'

interface Row extends Recorded {
  readonly request: Exchange
}

const path = join(import.meta.dirname, '../../packages/vectors/data/zoom-sample-answers.json')
const { answers, sdkKey }: { readonly answers: readonly Row[]; readonly sdkKey: string } =
  JSON.parse(readFileSync(path, 'utf8'))

type Members = Readonly<Record<string, unknown>>

interface Pair {
  readonly asked: Exchange
  /** The body where it is a JSON object. */
  readonly members: Members
  readonly theirs: Recorded
  readonly ours: Recorded
  /** What they signed; empty where they did not. */
  readonly claims: Members
  readonly code: unknown
}

interface Difference {
  readonly reason: string
  readonly explains: (pair: Pair) => boolean
}

const signed = ({ answer }: Recorded): boolean => 'claims' in answer
const refusedWith =
  (...codes: readonly string[]) =>
  ({ theirs, ours, code }: Pair): boolean =>
    signed(theirs) && !signed(ours) && codes.includes(String(code))

/** Where ours answers otherwise, and why. Each request is explained by the first row that fits. */
const differences: readonly Difference[] = [
  {
    reason: 'refusals are RFC 9457 problems, with the same status',
    explains: ({ theirs, ours }) => !signed(theirs) && theirs.status === 400 && ours.status === 400,
  },
  {
    reason: 'a number without its spaces and dashes, as text: Zoom reads digits in text',
    explains: ({ theirs, ours, claims, members }) => {
      if (!signed(theirs) || !signed(ours) || !('claims' in ours.answer)) return false
      const digits = String(members.meetingNumber).replace(/[\s-]/g, '')
      expect(ours.answer.claims).toEqual({ ...claims, mn: digits })
      return claims.mn !== digits
    },
  },
  {
    reason: 'no token without a number and a role: the web SDK wants both',
    explains: (pair) => refusedWith('mn-missing')(pair),
  },
  {
    reason: 'no token for what is no meeting number',
    explains: refusedWith('mn-not-digits'),
  },
  {
    reason: 'a text that only begins with a role is none: "1abc" made a host there',
    explains: (pair) =>
      refusedWith('role-invalid', 'role-as-string')(pair) && typeof pair.members.role === 'string',
  },
  {
    reason: '1800 seconds exactly, which some SDKs refuse',
    explains: (pair) => refusedWith('lifetime-at-minimum')(pair) && pair.claims.exp === 1800,
  },
  {
    reason: 'a lifetime that is no whole number, or a text that only begins with one',
    explains: refusedWith('time-not-integer'),
  },
  {
    reason: 'a text that only begins with a mode is none',
    explains: (pair) =>
      refusedWith('claim-invalid')(pair) && typeof pair.members.videoWebRtcMode === 'string',
  },
  {
    reason:
      'a member that is not known: a misspelt one would be signed as the default, without a word',
    explains: refusedWith('request-member-unknown'),
  },
  {
    reason: 'a body that is no object, or would change a prototype, was signed as an empty one',
    explains: refusedWith('request-body-invalid'),
  },
  {
    reason: 'a body that is not declared as JSON was signed as an empty one',
    explains: ({ theirs, ours }) => theirs.status === 200 && ours.status === 415,
  },
  {
    reason: 'JSON in another charset is JSON all the same: it is UTF-8 (RFC 8259)',
    explains: ({ asked, ours }) => /latin9/.test(asked.contentType ?? '') && signed(ours),
  },
  {
    reason: 'a body of 16 KiB is read, and not of 100',
    explains: ({ theirs, ours }) => signed(theirs) && ours.status === 413,
  },
  {
    reason: 'other methods: a page at GET, 405 with the methods that there are',
    explains: ({ asked, ours }) =>
      asked.method !== 'POST' &&
      (asked.method === 'GET' || asked.method === 'HEAD'
        ? ours.status === 200
        : ours.status === 405),
  },
  {
    reason: 'a path that is not there is a problem too',
    explains: ({ theirs, ours }) => theirs.status === 404 && ours.status === 404,
  },
]

let api: Api
beforeAll(async () => {
  api = await startApi({
    env: {
      ZOOM_MEETING_SDK_KEY: sdkKey,
      ZOOM_MEETING_SDK_SECRET: 'another7secret2of5the9test4',
      LOG_LEVEL: 'silent',
    },
  })
})
afterAll(() => void api.process.kill('SIGKILL'))

function ask({ method, path: url, contentType, body }: Exchange): Promise<Recorded> {
  const headers = {
    ...(contentType === null ? {} : { 'content-type': contentType }),
    ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
    origin: 'https://app.example',
  }
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: api.port, method, path: url, headers }
    const asked = request(options, (answer) => {
      let text = ''
      answer.on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', () => {
        const allowOrigin = answer.headers['access-control-allow-origin'] ?? null
        resolve(record(answer.statusCode ?? 0, allowOrigin, text))
      })
    })
    asked.on('error', reject)
    asked.end(body ?? undefined)
  })
}

function membersOf(body: string | null): Members {
  try {
    const value: unknown = JSON.parse(body ?? '')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

test('500 requests: the same answer as Zoom’s sample, or a difference with its reason', async () => {
  expect(answers).toHaveLength(500)
  const counts = new Map<string, number>(differences.map(({ reason }) => [reason, 0]))
  let same = 0
  const unexplained: object[] = []
  for (const { request: asked, ...theirs } of answers) {
    const ours = await ask(asked)
    expect(ours.status).toBeLessThan(500)
    if (
      JSON.stringify(ours.answer) === JSON.stringify(theirs.answer) &&
      ours.status === theirs.status
    ) {
      same += 1
      continue
    }
    const pair: Pair = {
      asked,
      members: membersOf(asked.body),
      theirs,
      ours,
      claims: 'claims' in theirs.answer ? theirs.answer.claims : {},
      code: 'json' in ours.answer ? (ours.answer.json as { code?: unknown }).code : undefined,
    }
    const row = differences.find(({ explains }) => explains(pair))
    if (row) counts.set(row.reason, (counts.get(row.reason) ?? 0) + 1)
    else unexplained.push({ asked, theirs, ours })
  }
  expect(unexplained).toEqual([])
  say(`${String(same).padStart(4)}  the same`)
  for (const [reason, count] of counts) say(`${String(count).padStart(4)}  ${reason}`)
  for (const [reason, count] of counts) expect(count, `never seen: ${reason}`).toBeGreaterThan(0)
})

test('the recording is of the requests that are made today', () => {
  expect(answers.map(({ request: asked }) => asked)).toEqual(createRequests())
})

test('any page may read what Zoom’s sample answers; ours are read by origins that are listed', async () => {
  expect(answers.filter(({ allowOrigin }) => allowOrigin === '*').length).toBeGreaterThan(480)
  expect((await ask(answers[0]?.request as Exchange)).allowOrigin).toBeNull()
})

test('what Zoom’s sample refuses, ours does not sign', async () => {
  const exceptions = answers.filter(
    ({ status, request: asked }) => status >= 400 && /latin9/.test(asked.contentType ?? ''),
  )
  for (const { request: asked, ...theirs } of answers) {
    if (signed(theirs) || exceptions.some((one) => one.request === asked)) continue
    expect(signed(await ask(asked)), JSON.stringify(asked)).toBe(false)
  }
})
