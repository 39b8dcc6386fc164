import { describe, expect, test } from 'vitest'
import { judgeCors } from './judge-cors.ts'
import type { Answer, Exchange } from './probe.ts'
import type { Target } from './target.ts'

const origin = 'https://app.example'
const target: Target = {
  url: new URL('https://sign.example/'),
  method: 'POST',
  urlTemplate: 'https://api.example/signature',
  bodyTemplate: undefined,
  meetingNumber: '1',
  userHeaders: {},
  origin,
  timeoutMilliseconds: 1,
}

function answer(headers: Record<string, string>, status = 204): Answer {
  const now = new Date(0)
  return { kind: 'answer', status, headers, body: '', isCut: false, sentAt: now, receivedAt: now }
}

function fieldsOf(
  headers: Record<string, string>,
  changes: Partial<Target> = {},
  status?: number,
): readonly string[] {
  const changed = { ...target, ...changes }
  const probe = {
    name: 'preflight',
    purpose: '',
    method: 'OPTIONS',
    url: target.url,
    headers: {},
  } as const
  const preflight: Exchange = { probe, reply: answer(headers, status) }
  return judgeCors(answer(headers), preflight, changed).map(({ field }) => field)
}

const allowed = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type',
}
const named = { ...allowed, 'access-control-allow-origin': origin }

describe('a browser', () => {
  test.each<[string, Record<string, string>, Partial<Target>]>([
    ['takes *', allowed, {}],
    ['takes the origin by name', named, {}],
    ['takes * for headers', { ...allowed, 'access-control-allow-headers': '*' }, {}],
    ['asks nothing of its own origin', {}, { origin: 'https://sign.example' }],
    [
      'takes cookies where they are allowed',
      { ...named, 'access-control-allow-credentials': 'true' },
      { userHeaders: { cookie: 'a' } },
    ],
  ])('%s', (_, headers, changes) => {
    expect(fieldsOf(headers, changes)).toEqual([])
  })

  test.each<[string, Record<string, string>, Partial<Target>, string]>([
    [
      'wants Authorization by name',
      { ...allowed, 'access-control-allow-headers': '*' },
      { userHeaders: { authorization: 'a' } },
      'Access-Control-Allow-Headers',
    ],
    ['wants PUT to be allowed', allowed, { method: 'PUT' }, 'Access-Control-Allow-Methods'],
    [
      'wants the scheme to agree',
      { ...allowed, 'access-control-allow-origin': 'http://app.example' },
      {},
      'Access-Control-Allow-Origin of the preflight',
    ],
    [
      'does not take * with cookies',
      allowed,
      { userHeaders: { cookie: 'a' } },
      'Access-Control-Allow-Origin of the preflight',
    ],
    [
      'wants leave for cookies',
      named,
      { userHeaders: { cookie: 'a' } },
      'Access-Control-Allow-Credentials of the preflight',
    ],
  ])('%s', (_, headers, changes, field) => {
    expect(fieldsOf(headers, changes)).toContain(field)
  })

  test('wants the preflight to succeed', () => {
    expect(fieldsOf(allowed, {}, 404)).toEqual(['status of the preflight'])
  })
})
