import { describe, expect, test } from 'vitest'
import type { Diagnosis } from './diagnosis.ts'
import { redact } from './redact.ts'

const diagnosis: Diagnosis = {
  format: 'unknown',
  kind: 'unknown',
  mac: 'unknown',
  detection: { format: 'unknown', kind: 'unknown', wrappers: [], text: 'canary', seen: 'text' },
  currentDate: new Date(0),
  fields: {
    key: 'a canary canary',
    meetingNumber: 'canary1',
    role: '_canary_',
    mac: 'canary',
    issuedAt: new Date(1),
  },
  wrappers: [{ kind: 'key-prefix', seen: 'canary.' }],
  issues: [
    {
      code: 'key-mismatch',
      severity: 'error',
      evidence: [
        { field: 'canary', seen: 'the canary', wanted: 'no canary' },
        { field: 'appKey', seen: 'x' },
      ],
    },
  ],
}

const clean = {
  ...diagnosis,
  fields: {
    key: 'a (the secret) (the secret)',
    meetingNumber: '(the secret)1',
    role: '_(the secret)_',
    mac: '(the secret)',
    issuedAt: new Date(1),
  },
  wrappers: [{ kind: 'key-prefix', seen: '(the secret).' }],
  issues: [
    {
      code: 'key-mismatch',
      severity: 'error',
      evidence: [
        { field: '(the secret)', seen: 'the (the secret)', wanted: 'no (the secret)' },
        { field: 'appKey', seen: 'x' },
      ],
    },
  ],
}

describe('the secret is taken out of all that is told', () => {
  test.each(['canary', ' canary\n'])('given as %j', (secret) => {
    expect(redact(diagnosis, secret)).toEqual(clean)
  })

  test('fields that the token has not are not made', () => {
    const fields = { key: 'canary' }
    expect(redact({ ...diagnosis, fields }, 'canary').fields).toStrictEqual({
      key: '(the secret)',
    })
    const [, withoutWish] = redact(diagnosis, 'canary').issues[0]?.evidence ?? []
    expect(withoutWish).toStrictEqual({ field: 'appKey', seen: 'x' })
  })
})

test('without a secret, or with one that is in every text by chance, nothing is', () => {
  expect(redact(diagnosis, undefined)).toBe(diagnosis)
  expect(redact(diagnosis, 'canar')).toBe(diagnosis)
  expect(redact(diagnosis, '  canar  ')).toBe(diagnosis)
})
