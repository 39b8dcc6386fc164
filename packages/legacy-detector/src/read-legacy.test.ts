import { describe, expect, test } from 'vitest'
import { encode, issuedAt, key, makeLegacy, sign } from './make-jwt.fixture.node.ts'
import { looksLikeKey, readLegacy } from './read-legacy.ts'

const apiKey = 'FAKE_api_key_22_chars0'
const mac = sign('any message', 'any secret', 'base64')
const hexMac = sign('any message', 'any secret', 'hex')
const times = `${issuedAt}.${issuedAt + 7200}`
const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('the layout is read', () => {
  const decoded = `${apiKey}.98765432101.1700000217000.0.${mac}`
  const fields = {
    key: apiKey,
    meetingNumber: '98765432101',
    timestamp: '1700000217000',
    role: '0',
    mac,
  }

  test('out of base64', () => {
    const legacy = { format: 'legacy', kind: 'legacy', outer: 'base64', decoded, fields }
    expect(readLegacy(base64(decoded))).toEqual(legacy)
    expect(readLegacy(encode(decoded))).toEqual(legacy)
  })

  test('as it is', () => {
    const legacy = { format: 'legacy', kind: 'legacy', outer: 'none', decoded, fields }
    expect(readLegacy(decoded)).toEqual(legacy)
  })

  test('without the white space at its end', () => {
    expect(readLegacy(base64(`${decoded}\n`))).toEqual({
      format: 'legacy',
      kind: 'legacy',
      outer: 'base64',
      decoded: `${decoded}\n`,
      fields,
    })
  })

  test('up to 4096 characters', () => {
    const rest = `.98765432101.1700000217000.0.${mac}`
    expect(readLegacy('k'.repeat(4096 - rest.length) + rest)).toBeDefined()
    expect(readLegacy('k'.repeat(4097 - rest.length) + rest)).toBeUndefined()
  })

  test('from its end, since a key may have dots', () => {
    expect(readLegacy(`a.b.c.${decoded}`)?.fields).toEqual({ ...fields, key: `a.b.c.${apiKey}` })
  })

  test.each([
    ['one field fewer', `98765432101.1700000217000.0.${mac}`],
    ['three fields', `1700000217000.0.${mac}`],
    ['an empty key', `.98765432101.1700000217000.0.${mac}`],
    ['words in the place of the timestamp', `${apiKey}.98765432101.now.0.${mac}`],
    ['words in the place of the MAC', `${apiKey}.98765432101.1700000217000.0.signature`],
    ['other text', 'www.example.com.and.more'],
    ['no dots', 'FAKE_api_key'],
    ['base64 without dots', base64('some words without a dot')],
    ['no base64', '!'.repeat(80)],
  ])('but not %s', (_, text) => {
    expect(readLegacy(text)).toBeUndefined()
  })
})

describe('the role', () => {
  const withRole = (role: string): string | undefined =>
    readLegacy(`${apiKey}.98765432101.1700000217000.${role}.${mac}`)?.fields.role

  test('has up to 20 characters, or none', () => {
    expect(withRole('')).toBe('')
    expect(withRole('x'.repeat(20))).toBe('x'.repeat(20))
    expect(withRole('x'.repeat(21))).toBeUndefined()
  })
})

describe('the timestamp', () => {
  test.each(['', '0', '-1', '1700000217', 'NaN', 'undefined', 'null', '1'.repeat(20)])(
    'may be %j',
    (timestamp) => {
      expect(readLegacy(makeLegacy({ timestamp }))?.fields.timestamp).toBe(timestamp)
    },
  )

  test.each([
    ['milliseconds', '1583920800123.4'],
    ['seconds', '1583920800.1234567'],
    ['nine digits after the dot', '1583920800123.123456789'],
  ])('may have a fraction: %s', (_, timestamp) => {
    const wanted = { key: 'FAKE_api_key_22_chars0', meetingNumber: '98765432101', timestamp }
    expect(readLegacy(makeLegacy({ timestamp }))?.fields).toMatchObject(wanted)
    const apiKey = 'FAKE.key'
    const dotted = readLegacy(makeLegacy({ apiKey, timestamp }))
    expect(dotted?.fields).toMatchObject({ ...wanted, key: apiKey })
  })

  test.each([
    ['ten digits after the dot', '1583920800123', '1583920800'],
    ['no time before it: twelve digits', '158392080012', '4'],
    ['no time before it: fourteen digits', '15839208001234', '4'],
    ['no time before it: nine digits', '158392080', '4'],
    ['no time before it: another first digit', '9876543210', '4'],
  ])('has none, and the key a dot, with %s', (_, meetingNumber, timestamp) => {
    const text = makeLegacy({ apiKey: 'FAKE.key', meetingNumber, timestamp })
    expect(readLegacy(text)?.fields).toMatchObject({ key: 'FAKE.key', meetingNumber, timestamp })
  })

  test.each(['1'.repeat(21), '-', '+1', '1e12', '1700000217000Z', 'a1', 'NaNs', 'xnull'])(
    'is not %j',
    (timestamp) => {
      expect(readLegacy(makeLegacy({ timestamp }))).toBeUndefined()
    },
  )
})

describe('the MAC', () => {
  const withMac = (text: string): string | undefined =>
    readLegacy(base64(`${apiKey}.98765432101.1700000217000.0.${text}`))?.fields.mac

  test.each([
    ['32 bytes in base64', mac],
    ['32 bytes without padding', mac.slice(0, -1)],
    ['32 bytes over lines', `${mac.slice(0, 20)}\n${mac.slice(20)}`],
    ['64 hex digits', hexMac],
    ['64 hex digits in capitals', hexMac.toUpperCase()],
    ['base64 of 64 hex digits', base64(hexMac)],
    [
      'base64 of 64 hex digits over lines',
      `${base64(hexMac).slice(0, 60)}\r\n${base64(hexMac).slice(60)}`,
    ],
  ])('is %s', (_, text) => {
    expect(withMac(text)).toBe(text)
  })

  test.each([
    ['31 bytes', Buffer.alloc(31, 201).toString('base64')],
    ['33 bytes', Buffer.alloc(33, 201).toString('base64')],
    ['48 bytes, as many letters as hex has digits', Buffer.alloc(48, 201).toString('base64')],
    ['63 bytes', Buffer.alloc(63, 201).toString('base64')],
    ['65 bytes', Buffer.alloc(65, 201).toString('base64')],
    ['no base64', 'no MAC!'],
    ['empty', ''],
  ])('is not %s', (_, text) => {
    expect(withMac(text)).toBeUndefined()
  })
})

describe('a mixture with iat and exp', () => {
  const hybrid = (meetingNumber: string, role: string): object => ({
    kind: 'legacy-hybrid',
    fields: { key, meetingNumber, timestamp: '1700000217.1700007417', role, mac },
  })

  test.each([
    ['times after the number', `${key}.98765432101.${times}.0.${mac}`, '98765432101', '0'],
    ['times first', `${key}.${times}.98765432101.0.${mac}`, '98765432101', '0'],
    ['times last', `${key}.98765432101.0.${times}.${mac}`, '98765432101', '0'],
    ['the role before the number', `${key}.1.98765432101.${times}.${mac}`, '98765432101', '1'],
    ['more fields', `${key}.98765432101.${times}.0.x.y.${mac}`, '98765432101', '0'],
    ['no number', `${key}..${times}.0.${mac}`, '', '0'],
    ['no role', `${key}.98765432101.${times}..${mac}`, '98765432101', ''],
    ['a hex MAC', `${key}.98765432101.${times}.0.${hexMac}`, '98765432101', '0', hexMac],
  ])('%s', (_, decoded, meetingNumber, role, itsMac = mac) => {
    const { kind, fields } = hybrid(meetingNumber, role) as { kind: string; fields: object }
    expect(readLegacy(base64(decoded))).toEqual({
      format: 'legacy',
      kind,
      outer: 'base64',
      decoded,
      fields: { ...fields, mac: itsMac },
    })
  })

  test.each([
    ['five fields', `${key}.${times}.0.${mac}`, 'legacy'],
    ['one time in seconds', `${key}.98765432101.${issuedAt}.0.${mac}`, 'legacy'],
    ['two times apart', `${issuedAt}.${key}.98765432101.${issuedAt}.0.${mac}`, 'legacy'],
    ['times in milliseconds', `${key}.x.1700000217000.1700007417000.0.${mac}`, 'legacy'],
    ['times of nine digits', `${key}.x.170000021.170000741.0.${mac}`, 'legacy'],
    ['a first time that is the key', `${times}.x.1700000217000.0.${mac}`, 'legacy'],
    ['no MAC at the end', `${key}.98765432101.${times}.0.x`, undefined],
    ['nothing after the times', `${key}.98765432101.0.x.${times}`, undefined],
  ])('is not one with %s', (_, decoded, kind) => {
    expect(readLegacy(base64(decoded))?.kind).toBe(kind)
  })
})

describe('a key alone', () => {
  test('is told in base64, its other fields empty', () => {
    expect(readLegacy(base64(apiKey))).toEqual({
      format: 'legacy',
      kind: 'legacy-key-only',
      outer: 'base64',
      decoded: apiKey,
      fields: { key: apiKey, meetingNumber: '', timestamp: '', role: '', mac: '' },
    })
    expect(readLegacy(apiKey)).toBeUndefined()
  })

  test.each([
    ['22 characters', 'FAKEapi0keyof22charsXY', true],
    ['_ and -', 'FAKE_api-key0of22chars', true],
    ['36 characters', 'FAKE_sdk_key_36_characters_long_0000', true],
    ['21 characters', 'FAKEapi0keyof22charsX', false],
    ['23 characters', 'FAKEapi0keyof22charsXYZ', false],
    ['35 characters', 'FAKE_sdk_key_36_characters_long_000', false],
    ['37 characters', 'FAKE_sdk_key_36_characters_long_00000', false],
    ['no digit', 'FAKEapiXkeyofXXcharsXY', false],
    ['no small letter', 'FAKEAPI0KEYOF22CHARSXY', false],
    ['no capital', 'fakeapi0keyof22charsxy', false],
    ['a dot', 'FAKE.api0keyof22charsX', false],
    ['a blank at its beginning', ' FAKEapi0keyof22charsX', false],
    ['a blank at its end', 'FAKEapi0keyof22charsX ', false],
  ])('with %s: %s, %s', (_, text, is) => {
    expect(looksLikeKey(text)).toBe(is)
  })
})
