import { describe, expect, test } from 'vitest'
import { codesOf, type Proof, proofsOf } from './evidence.fixture.node.ts'
import { key, makeJwt, makeJwtWith, soundClaims } from './make-jwt.fixture.node.ts'

describe('claim-misnamed', () => {
  const { appKey, sdkKey, mn, role, iat, exp, tokenExp } = soundClaims
  test.each<[string, Record<string, unknown>, Proof[]]>([
    [
      'mn',
      { appKey, sdkKey, meetingNumber: mn, role, iat, exp, tokenExp },
      [['claim', 'meetingNumber', 'mn']],
    ],
    [
      'two, in the order of the token',
      { sdkKey, mn, Role: role, iat, exp, tokenExp, client_id: appKey },
      [
        ['claim', 'Role', 'role'],
        ['claim', 'client_id', 'appKey'],
      ],
    ],
    [
      'a time',
      { appKey, sdkKey, mn, role, iat, expires_at: exp, tokenExp },
      [['claim', 'expires_at', 'exp']],
    ],
  ])('is told once, and not as a missing claim too: %s', (_, claims, proofs) => {
    const token = makeJwt(claims)
    expect(codesOf(token)).toEqual(['claim-misnamed'])
    expect(proofsOf(token, 'claim-misnamed')).toEqual(proofs)
  })

  test('what is missing under every name is told beside it', () => {
    const token = makeJwt({ appKey, sdkKey, meetingNumber: mn, iat, exp, tokenExp })
    expect(codesOf(token)).toEqual(['claim-misnamed', 'role-invalid'])
  })

  test('is no issue where the right name is there as well', () => {
    expect(codesOf(makeJwtWith({ meeting_number: mn }))).toEqual([])
  })
})

describe('meeting-number-mismatch', () => {
  test.each<[string, unknown, string | number, Proof]>([
    ['text and text', '98765432101', '123456789', ['mn', '98765432101', '123456789']],
    ['text and number', '98765432101', 123456789, ['mn', '98765432101', '123456789']],
    ['number and text', 98765432101, '123 456-789', ['mn', '98765432101', '123456789']],
    ['one digit less', '9876543210', '98765432101', ['mn', '9876543210', '98765432101']],
    ['a leading zero', '098765432101', '98765432101', ['mn', '098765432101', '98765432101']],
  ])('%s', (_, mn, meetingNumber, proof) => {
    const token = makeJwtWith({ mn })
    const options = { expected: { meetingNumber } }
    expect(codesOf(token, options)).toEqual(['meeting-number-mismatch'])
    expect(proofsOf(token, 'meeting-number-mismatch', options)).toEqual([proof])
  })

  test('of a very long number, sixty-four digits are enough', () => {
    const token = makeJwtWith({ mn: '9'.repeat(100) })
    const options = { expected: { meetingNumber: '123456789' } }
    expect(proofsOf(token, 'meeting-number-mismatch', options)).toEqual([
      ['mn', '9'.repeat(64), '123456789'],
    ])
  })

  test.each<[string, unknown, string | number | undefined, string[]]>([
    ['the same', '98765432101', '98765432101', []],
    ['the same as a number', '98765432101', 98765432101, []],
    ['a number in the token', 98765432101, '987-6543-2101', []],
    ['none expected', '98765432101', undefined, []],
    ['blanks expected', '98765432101', ' ', []],
    ['grouped in the token', '987 6543 2101', '98765432101', ['mn-not-digits']],
    ['digits and more', '987654321x', '98765432101', ['mn-not-digits']],
    ['more and digits', 'x987654321', '98765432101', ['mn-not-digits']],
    ['no text and no number', ['1'], '98765432101', ['mn-not-digits']],
    ['none in the token', undefined, '98765432101', ['mn-missing']],
  ])('is no issue: %s', (_, mn, meetingNumber, codes) => {
    expect(codesOf(makeJwtWith({ mn }), { expected: { meetingNumber } })).toEqual(codes)
  })
})

test('claims stand in the order of what they break: key, number, role, the rest', () => {
  const token = makeJwtWith({ appKey: null, mn: 'x', role: 5, video_webrtc_mode: 2 })
  expect(codesOf(token, { expected: { sdkKey: key } })).toEqual([
    'app-key-missing',
    'mn-not-digits',
    'role-invalid',
    'claim-invalid',
  ])
})
