import { describe, expect, test } from 'vitest'
import { codesOf, type Proof, proofsOf } from './evidence.fixture.node.ts'
import { issuedAt, makeJwtWith } from './make-jwt.fixture.node.ts'

// Tests run a minute after the tokens of the fixtures were issued.
const now = issuedAt + 60
const withTimes = (iat: number, lifetime = 7200): string =>
  makeJwtWith({ iat, exp: iat + lifetime, tokenExp: iat + lifetime })
const at = (seconds: number): { currentDate: Date } => ({ currentDate: new Date(seconds * 1000) })

describe('time-in-milliseconds', () => {
  test('tells each claim with the seconds it should have been, and nothing that follows', () => {
    const token = makeJwtWith({
      iat: 1_700_000_217_999,
      exp: 1_700_007_417_000,
      tokenExp: 1_700_007_417_000,
    })
    expect(codesOf(token)).toEqual(['time-in-milliseconds'])
    expect(proofsOf(token, 'time-in-milliseconds')).toEqual([
      ['iat', '1700000217999', '1700000217'],
      ['exp', '1700007417000', '1700007417'],
      ['tokenExp', '1700007417000', '1700007417'],
    ])
  })

  test('begins at eleven zeros', () => {
    const withExp = (exp: number): string => makeJwtWith({ exp, tokenExp: exp })
    expect(proofsOf(withExp(100_000_000_000), 'time-in-milliseconds')).toEqual([
      ['exp', '100000000000', '100000000'],
      ['tokenExp', '100000000000', '100000000'],
    ])
    expect(codesOf(withExp(99_999_999_999))).toEqual(['lifetime-too-long'])
  })

  test('is not told of text, which is another fault', () => {
    expect(codesOf(makeJwtWith({ iat: '1700000217000' }))).toEqual(['time-not-integer'])
  })
})

describe('lifetime-from-milliseconds', () => {
  test.each<[string, number, string, string]>([
    ['half an hour', 1_800_000, '1800000 s', '1800 s'],
    ['two hours', 7_200_000, '7200000 s', '7200 s'],
    ['a day', 86_400_000, '86400000 s', '86400 s'],
    ['two days', 172_800_000, '172800000 s', '172800 s'],
  ])('%s a thousand times over', (_, lifetime, seen, wanted) => {
    const token = withTimes(issuedAt, lifetime)
    expect(codesOf(token)).toEqual(['lifetime-from-milliseconds'])
    expect(proofsOf(token, 'lifetime-from-milliseconds')).toEqual([['exp - iat', seen, wanted]])
  })

  test.each([
    ['29 minutes', 1_740_000],
    ['two days and a minute', 172_860_000],
    ['half an hour and half a minute', 1_830_000],
    ['25 days, which are 36 minutes of milliseconds', 2_160_000],
    ['100 days', 8_640_000],
    ['a year', 31_536_000],
  ])('is a lifetime too long instead: %s', (_, lifetime) => {
    expect(codesOf(withTimes(issuedAt, lifetime))).toEqual(['lifetime-too-long'])
  })
})

describe('expired', () => {
  test.each<[string, number, Proof[] | undefined]>([
    ['in a second', now + 1, undefined],
    ['now', now, [['exp', '0 seconds ago', 'later than now']]],
    ['a second ago', now - 1, [['exp', '1 second ago', 'later than now']]],
    ['an hour and a half ago', now - 5400, [['exp', '1 hour 30 minutes ago', 'later than now']]],
  ])('%s', (_, exp, proofs) => {
    expect(proofsOf(withTimes(exp - 7200), 'expired')).toEqual(proofs)
  })
})

describe('iat-in-future', () => {
  test('begins three seconds ahead, since clocks are read at two moments', () => {
    expect(codesOf(withTimes(now + 1))).toEqual([])
    expect(codesOf(withTimes(now + 2))).toEqual([])
    expect(codesOf(withTimes(now + 3))).toEqual(['iat-in-future'])
  })

  test('says how far', () => {
    expect(proofsOf(withTimes(now + 300), 'iat-in-future')).toEqual([
      ['iat', '5 minutes ahead', 'now or earlier'],
    ])
  })
})

describe('time-zone-shift', () => {
  const hour = 3600
  const quarter = 900
  const wanted = 'epoch seconds, which know no time zone'
  const proof = (shift: string): Proof[] => [
    ['iat', `${shift}, if the token was made just now`, wanted],
  ]

  test.each<[string, number, string]>([
    ['a quarter of an hour', quarter, '15 minutes ahead'],
    ['5:30', 5.5 * hour, '5 hours 30 minutes ahead'],
    ['5:45', 5.75 * hour, '5 hours 45 minutes ahead'],
    ['14:00', 14 * hour, '14 hours ahead'],
    ['3:00, made two minutes ago', 3 * hour - 120, '3 hours ahead'],
    ['3:00, two seconds by rounding', 3 * hour + 2, '3 hours ahead'],
  ])('ahead by %s explains an iat in the future', (_, seconds, shift) => {
    const token = withTimes(now + seconds)
    expect(codesOf(token)).toEqual(['time-zone-shift'])
    expect(proofsOf(token, 'time-zone-shift')).toEqual(proof(shift))
  })

  test.each([
    ['14:15', 14.25 * hour],
    ['3:00, made 121 seconds ago', 3 * hour - 121],
    ['3:00 and three seconds', 3 * hour + 3],
    ['20 minutes', 20 * 60],
  ])('ahead is not %s', (_, seconds) => {
    expect(codesOf(withTimes(now + seconds))).toEqual(['iat-in-future'])
  })

  test.each<[string, number, string]>([
    ['half an hour', -quarter * 2, '30 minutes behind'],
    ['8:00', -8 * hour, '8 hours behind'],
    ['14:00', -14 * hour, '14 hours behind'],
    ['5:00, made a minute ago', -5 * hour - 60, '5 hours behind'],
    ['5:00, two seconds by rounding', -5 * hour + 2, '5 hours behind'],
  ])('behind by %s explains the expiry', (_, seconds, shift) => {
    const iat = now + seconds
    const token = makeJwtWith({ iat, exp: iat + 1801 - 200, tokenExp: iat + 7200 })
    expect(proofsOf(token, 'time-zone-shift')).toEqual(proof(shift))
  })

  test.each([
    ['14:30', -14.5 * hour],
    ['45 minutes, which no zone is', -3 * quarter],
    ['5:00, made 61 seconds ago', -5 * hour - 61],
    ['5:00 less three seconds', -5 * hour + 3],
  ])('behind is not %s', (_, seconds) => {
    const iat = now + seconds
    const token = makeJwtWith({ iat, exp: iat + 1900, tokenExp: iat + 7200 })
    expect(codesOf(token)).toEqual(['expired'])
  })

  test.each([
    ['two minutes ago', 120, ['expired']],
    ['longer ago', 121, ['expired', 'time-zone-shift']],
  ])('behind counts where the token ended %s', (_, seconds, codes) => {
    expect(codesOf(withTimes(now - 2 * hour, 2 * hour - seconds))).toEqual(codes)
  })

  test('no shift is none, also where a token ends before it begins', () => {
    const token = makeJwtWith({ iat: now - 30, exp: now - 200, tokenExp: now + 7200 })
    expect(codesOf(token)).not.toContain('time-zone-shift')
  })
})

describe('iat-float-rounding', () => {
  // 13,281,253 times 128, and no multiple of 1000.
  const multiple = 1_700_000_384

  test.each<[string, number, number, string]>([
    ['a multiple of 128', multiple, 3, '1700000384, 3 seconds ahead'],
    ['as far as half a step and rounding', multiple, 66, '1700000384, 1 minute 6 seconds ahead'],
    ['30 s less', multiple - 30, 40, '1700000354, 40 seconds ahead'],
  ])('%s', (_, iat, seconds, seen) => {
    const token = withTimes(iat)
    expect(codesOf(token, at(iat - seconds))).toEqual(['iat-float-rounding'])
    expect(proofsOf(token, 'iat-float-rounding', at(iat - seconds))).toEqual([
      ['iat', seen, 'now or earlier'],
    ])
  })

  test.each([
    ['67 s ahead', multiple, 67],
    ['30 s more', multiple + 30, 40],
    ['one more', multiple + 1, 40],
    ['a multiple that a person typed', 1_700_000_000, 40],
  ])('is an iat in the future alone: %s', (_, iat, seconds) => {
    expect(codesOf(withTimes(iat), at(iat - seconds))).toEqual(['iat-in-future'])
  })

  test('is no issue of a token that is not ahead', () => {
    expect(codesOf(withTimes(multiple), at(multiple - 2))).toEqual([])
    expect(codesOf(withTimes(multiple), at(multiple + 60))).toEqual([])
  })
})

test('with an invalid date no rule on the present applies', () => {
  const invalid = { currentDate: new Date(Number.NaN) }
  expect(codesOf(withTimes(issuedAt), invalid)).toEqual([])
  expect(codesOf(withTimes(issuedAt, 300), invalid)).toEqual(['lifetime-too-short'])
})
