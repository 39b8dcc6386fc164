import { describe, expect, test } from 'vitest'
import { detect } from './detect.ts'
import { diagnose } from './diagnose.ts'
import { codesOf, proofsOf } from './evidence.fixture.node.ts'
import {
  currentDate,
  encode,
  issuedAt,
  key,
  makeJwt,
  makeJwtWith,
} from './make-jwt.fixture.node.ts'

const sound = makeJwt()
const [header, payload, mac] = sound.split('.') as [string, string, string]

describe('what is neither has one issue, which says what it is', () => {
  test.each([
    ['', 'empty text'],
    ['undefined', 'the name of a missing value'],
    ['see you in the meeting at ten o’clock', 'text of 37 characters'],
  ])('%j', (text, seen) => {
    expect(codesOf(text, { secret: 'a secret' })).toEqual(['not-a-signature'])
    expect(proofsOf(text, 'not-a-signature')).toEqual([['text', seen, 'a JWT']])
  })
})

describe('errors stand before warnings, and among equals the most causal first', () => {
  test.each([
    ['a warning alone', `${sound}=`, ['base64-padding']],
    [
      'a warning of the encoding, an error of a claim',
      `${makeJwtWith({ mn: undefined })}=`,
      ['mn-missing', 'base64-padding'],
    ],
    [
      'two warnings around two errors',
      `${makeJwtWith({ mn: undefined, role: '0', exp: issuedAt + 60, tokenExp: issuedAt + 60 })}=`,
      ['mn-missing', 'expired', 'lifetime-too-short', 'base64-padding', 'role-as-string'],
    ],
  ])('%s', (_, text, codes) => {
    const { issues } = diagnose(detect(text), { currentDate })
    expect(issues.map(({ code }) => code)).toEqual(codes)
    const severities = issues.map(({ severity }) => severity)
    expect(severities).toEqual([
      ...severities.filter((severity) => severity === 'error'),
      ...severities.filter((severity) => severity === 'warning'),
    ])
  })
})

describe('claims that break the same rule are told under one code', () => {
  test('in the order of the claims', () => {
    const token = makeJwtWith({ iat: undefined, exp: null, tokenExp: issuedAt + 7200 })
    expect(codesOf(token)).toEqual(['time-missing'])
    expect(proofsOf(token, 'time-missing')).toEqual([
      ['iat', 'undefined', 'whole epoch seconds'],
      ['exp', 'null', 'whole epoch seconds'],
    ])
  })

  test('but for those that are there under another name', () => {
    const token = makeJwtWith({ iat: undefined, exp: undefined, expires: issuedAt + 7200 })
    expect(codesOf(token)).toEqual(['claim-misnamed', 'time-missing'])
    expect(proofsOf(token, 'time-missing')).toEqual([['iat', 'undefined', 'whole epoch seconds']])
  })
})

test('the claims of another product are not held against the Meeting SDK’s rules', () => {
  expect(codesOf(`${header}.${encode('{"sub":"1"}')}`)).toEqual(['token-truncated'])
  expect(codesOf(`${header}.${encode('[1]')}.${mac}`)).toEqual(['payload-not-json'])
})

test('a row that explains another one keeps it away', () => {
  const other = { secret: 'another secret', expected: { sdkKey: 'another key' } }
  expect(codesOf(sound, { secret: other.secret })).toEqual(['secret-mismatch'])
  expect(codesOf(sound, other)).toEqual(['key-mismatch'])
})

test('gives back what it was given, beside what it found', () => {
  const detection = detect(`"${sound}"`)
  expect(diagnose(detection, { currentDate })).toEqual({
    format: 'jwt',
    kind: 'meeting-sdk',
    issues: [
      {
        code: 'wrapped-value',
        severity: 'error',
        evidence: [{ field: 'json', seen: 'a JSON string', wanted: 'the token alone' }],
      },
    ],
    mac: 'unknown',
    fields: {
      key,
      meetingNumber: '98765432101',
      role: '0',
      issuedAt: new Date(issuedAt * 1000),
      expiresAt: new Date((issuedAt + 7200) * 1000),
      sessionExpiresAt: new Date((issuedAt + 7200) * 1000),
      mac,
    },
    wrappers: [{ kind: 'json', seen: 'a JSON string' }],
    detection,
    currentDate,
  })
  expect(detection).toMatchObject({ parts: [header, payload, mac] })
})
