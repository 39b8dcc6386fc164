import { expect, test } from 'vitest'
import { createInputParser } from './parse-input.ts'
import { cobrowse } from './profiles/cobrowse.ts'
import { meetingSdk } from './profiles/meeting-sdk.ts'
import { videoSdk } from './profiles/video-sdk.ts'

const parse = createInputParser(meetingSdk)
const parseLoosely = createInputParser(meetingSdk, { numericStrings: true })

function codesOf(input: unknown, parser = parse): readonly string[] {
  const result = parser(input)
  return result.ok ? [] : result.issues.map((issue) => issue.code)
}

test('a good input comes back with the lifetime filled in, and no member for what is absent', () => {
  expect(parse({ meetingNumber: '84512367890', role: 0 })).toStrictEqual({
    ok: true,
    value: { meetingNumber: '84512367890', role: 0, expirationSeconds: 7200 },
  })
})

test.each([
  ['845 1236 7890'],
  ['845-1236-7890'],
  ['845\u00a01236\u00a07890'],
  ['845\u20131236\u20137890'],
  [' 84512367890\n'],
  [84512367890],
])('the meeting number %j is read as its digits', (meetingNumber) => {
  expect(parse({ meetingNumber, role: 1 })).toMatchObject({
    ok: true,
    value: { meetingNumber: '84512367890' },
  })
})

test.each([
  [undefined, 'mn-missing'],
  [null, 'mn-missing'],
  ['', 'mn-missing'],
  ['   ', 'mn-not-digits'],
  [true, 'mn-not-digits'],
  [1.5, 'mn-not-digits'],
  [-1, 'mn-not-digits'],
  ['-1', 'mn-not-digits'],
  ['845 1236 7890-', 'mn-not-digits'],
  [1e21, 'mn-not-digits'],
  [Number.NaN, 'mn-not-digits'],
  ['1abc', 'mn-not-digits'],
  ['8451236789012', 'mn-not-digits'],
  ['８４５１２３６７８９０', 'mn-not-digits'],
  ['https://zoom.us/j/84512367890', 'mn-not-digits'],
  ['9'.repeat(10_000), 'mn-not-digits'],
  [['84512367890'], 'mn-not-digits'],
  [{ toString: () => '84512367890' }, 'mn-not-digits'],
])('the meeting number %j is refused', (meetingNumber, code) => {
  expect(codesOf({ meetingNumber, role: 0 })).toEqual([code])
})

test.each([
  [undefined, 'role-invalid'],
  [null, 'role-invalid'],
  ['', 'role-invalid'],
  [' ', 'role-invalid'],
  [true, 'role-invalid'],
  [2, 'role-invalid'],
  [5, 'role-invalid'],
  [1.0000001, 'role-invalid'],
  [[1], 'role-invalid'],
  ['host', 'role-invalid'],
  ['1', 'role-as-string'],
  ['0', 'role-as-string'],
])('the role %j is refused: nobody is made host by accident', (role, code) => {
  expect(codesOf({ meetingNumber: '84512367890', role })).toEqual([code])
})

test.each([
  [1799, 'lifetime-too-short'],
  [0, 'lifetime-too-short'],
  [-1, 'lifetime-too-short'],
  [1800, 'lifetime-at-minimum'],
  [172801, 'lifetime-too-long'],
  [7200000, 'lifetime-too-long'],
  [1800.5, 'time-not-integer'],
  ['7200', 'time-not-integer'],
  [null, 'time-not-integer'],
  [Number.POSITIVE_INFINITY, 'time-not-integer'],
])('the lifetime %j is refused', (expirationSeconds, code) => {
  expect(codesOf({ meetingNumber: '84512367890', role: 0, expirationSeconds })).toEqual([code])
})

test.each([1801, 1860, 7200, 172800])('the lifetime %d is taken', (expirationSeconds) => {
  expect(parse({ meetingNumber: '84512367890', role: 0, expirationSeconds }).ok).toBe(true)
})

test('numeric strings are taken only where they are asked for, and only whole', () => {
  const texts = {
    meetingNumber: '84512367890',
    role: '1',
    expirationSeconds: '7200',
    videoWebRtcMode: '0',
  }
  expect(codesOf(texts)).toEqual(['role-as-string', 'claim-invalid', 'time-not-integer'])
  expect(parseLoosely(texts)).toEqual({
    ok: true,
    value: {
      meetingNumber: '84512367890',
      role: 1,
      expirationSeconds: 7200,
      videoWebRtcMode: 0,
    },
  })
  for (const role of ['1abc', '1.0', ' 1', '+1', '01', '1e0', '0x1', '', ['1'], [1]]) {
    expect(parseLoosely({ ...texts, role }).ok, JSON.stringify(role)).toBe(false)
  }
})

test('every fault is reported at once, in the order of the claims, unknown members last', () => {
  expect(codesOf({ role: 7, expirationSeconds: 60, host: true })).toEqual([
    'mn-missing',
    'role-invalid',
    'lifetime-too-short',
    'request-member-unknown',
  ])
})

test.each([undefined, null, true, 1, 'text', [], () => undefined])('%j is no input', (input) => {
  expect(codesOf(input)).toEqual(['request-body-invalid'])
})

test('members are read from the input itself, not from what it inherits', () => {
  const inherited = Object.create({ meetingNumber: '84512367890', role: 1 })
  expect(codesOf(inherited)).toEqual(['mn-missing', 'role-invalid'])
  expect(codesOf(JSON.parse('{"__proto__": {"role": 1}, "meetingNumber": 1, "role": 0}'))).toEqual([
    'request-member-unknown',
  ])
})

test('evidence does not repeat a long text, which may be a secret in the wrong member', () => {
  const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
  const result = parse({ meetingNumber: secret, role: secret, expirationSeconds: secret })
  expect(JSON.stringify(result)).not.toContain(secret)
})

test('the Video SDK and Cobrowse inputs are read by their own rows', () => {
  expect(
    createInputParser(videoSdk)({ sessionName: 'stand-up', role: 1, geoRegions: ['US', 'DE'] }),
  ).toEqual({
    ok: true,
    value: { sessionName: 'stand-up', role: 1, geoRegions: 'US,DE', expirationSeconds: 7200 },
  })
  expect(
    createInputParser(videoSdk)({ sessionName: 'x'.repeat(201), role: 2, geoRegions: ['XX'] }),
  ).toMatchObject({
    issues: [
      { code: 'claim-invalid', evidence: [{ field: 'role' }] },
      { code: 'claim-invalid', evidence: [{ field: 'sessionName' }] },
      { code: 'claim-invalid', evidence: [{ field: 'geoRegions' }] },
    ],
  })
  expect(createInputParser(cobrowse)({ role: 2, userId: 'u1', userName: 'Ann' }).ok).toBe(true)
  expect(createInputParser(cobrowse)({ role: 0, userId: '\ud800' })).toMatchObject({
    issues: [{ evidence: [{ field: 'role' }] }, { evidence: [{ field: 'userId' }] }],
  })
})

test('a name that no row knows is shown where it is short, and counted where it may be a secret', () => {
  const evidenceOf = (name: string): unknown => {
    const result = parse({ meetingNumber: '1', role: 0, [name]: 1 })
    return result.ok ? [] : result.issues.map(({ evidence }) => evidence[0])
  }
  const wanted = expect.stringMatching(/^only meetingNumber, role, .*expirationSeconds$/)
  const seen = 'an unknown member'
  const [short, long] = ['n'.repeat(24), 'n'.repeat(25)]
  expect(evidenceOf(short)).toEqual([{ field: short, seen, wanted }])
  expect(evidenceOf(long)).toEqual([{ field: 'a name of 25 characters', seen, wanted }])
})

test.each([
  [null, 'null'],
  [['1'], 'an array'],
  ['text', '"text"'],
  [() => 1, 'a function'],
])('%j in place of an object is told, with the members that are wanted', (input, seen) => {
  const wanted = expect.stringMatching(/^an object with meetingNumber, role, .*expirationSeconds$/)
  expect(parse(input)).toEqual({
    ok: false,
    issues: [{ code: 'request-body-invalid', evidence: [{ field: 'input', seen, wanted }] }],
  })
})

test('a pasted number may be three times as long as its digits, which bounds the work', () => {
  const spaced = (gap: number): string => [...'123456789012'].join(' '.repeat(gap))
  expect(parse({ meetingNumber: spaced(2), role: 0 })).toMatchObject({
    value: { meetingNumber: '123456789012' },
  })
  expect(codesOf({ meetingNumber: spaced(3), role: 0 })).toEqual(['mn-not-digits'])
  expect(parse({ meetingNumber: `${spaced(2)}  `, role: 0 }).ok).toBe(true)
  expect(codesOf({ meetingNumber: `${spaced(2)}   `, role: 0 })).toEqual(['mn-not-digits'])
})

test('a list is an array or a text with commas, not empty and no longer than its choices', () => {
  const geoRegions = (value: unknown): unknown => {
    const result = createInputParser(videoSdk)({ sessionName: 's', role: 0, geoRegions: value })
    return result.ok ? result.value.geoRegions : result.issues[0]?.code
  }
  expect(geoRegions('US,DE')).toBe('US,DE')
  expect(geoRegions(['US', 'US'])).toBe('US,US')
  for (const wrong of [[], '', ['US', 1], { length: 1, 0: 'US' }, Array(13).fill('US')]) {
    expect(geoRegions(wrong), JSON.stringify(wrong)).toBe('claim-invalid')
  }
})

test('a numeric string has at most 16 digits, beyond which a number would be another', () => {
  const seconds = (expirationSeconds: string): unknown =>
    codesOf({ meetingNumber: '1', role: 0, expirationSeconds }, parseLoosely)
  expect(seconds('1234567890123456')).toEqual(['lifetime-too-long'])
  expect(seconds('12345678901234567')).toEqual(['time-not-integer'])
  expect(seconds('0')).toEqual(['lifetime-too-short'])
})
