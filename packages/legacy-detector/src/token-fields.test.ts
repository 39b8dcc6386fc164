import { describe, expect, test } from 'vitest'
import { detect } from './detect.ts'
import type { TokenFields } from './diagnosis.ts'
import { encode, issuedAt, key, makeJwt, makeLegacy, sign } from './make-jwt.fixture.node.ts'
import { tokenFields } from './token-fields.ts'

const fieldsOf = (text: string): TokenFields => tokenFields(detect(text))
const fieldsOfClaims = (claims: object): TokenFields => fieldsOf(makeJwt(claims))
const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('an old signature', () => {
  test('says all but when it ends', () => {
    const mac = sign(
      base64('FAKE_api_key_22_chars098765432101' + '17000002170000'),
      undefined,
      'base64',
    )
    expect(fieldsOf(makeLegacy())).toStrictEqual({
      key: 'FAKE_api_key_22_chars0',
      meetingNumber: '98765432101',
      role: '0',
      issuedAt: new Date('2023-11-14T22:16:57Z'),
      mac,
    })
  })

  test('of a key alone has no other fields, not even empty ones', () => {
    expect(fieldsOf(base64('FAKE_api_key_22_chars0'))).toStrictEqual({
      key: 'FAKE_api_key_22_chars0',
    })
  })

  test.each([
    ['milliseconds', '1700000217123', '2023-11-14T22:16:57.123Z'],
    ['seconds', '1700000217', '2023-11-14T22:16:57Z'],
    ['milliseconds with a fraction', '1583920800123.4', '2020-03-11T10:00:00.123Z'],
    ['the first that is surely milliseconds', '100000000000', '1973-03-03T09:46:40Z'],
    ['the last that may be seconds', '99999999999', '5138-11-16T09:46:39Z'],
  ])('was made at %s', (_, timestamp, date) => {
    expect(fieldsOf(makeLegacy({ timestamp })).issuedAt).toEqual(new Date(date))
  })

  test('has the first time of two', () => {
    const times = `${issuedAt}.${issuedAt + 7200}`
    const text = base64(`${key}.98765432101.${times}.0.${sign('x', undefined, 'base64')}`)
    expect(fieldsOf(text).issuedAt).toEqual(new Date(issuedAt * 1000))
  })

  test.each(['', 'NaN', 'undefined', '9'.repeat(20)])(
    'was made at no time with %j',
    (timestamp) => {
      expect(fieldsOf(makeLegacy({ timestamp }))).not.toHaveProperty('issuedAt')
    },
  )
})

describe('a JWT', () => {
  test('says who, what and when, in claims', () => {
    const [, , mac] = makeJwt({ appKey: key, mn: '1', role: 1, iat: 1, exp: 2, tokenExp: 3 }).split(
      '.',
    )
    expect(
      fieldsOfClaims({ appKey: key, mn: '1', role: 1, iat: 1, exp: 2, tokenExp: 3 }),
    ).toStrictEqual({
      key,
      meetingNumber: '1',
      role: '1',
      issuedAt: new Date(1000),
      expiresAt: new Date(2000),
      sessionExpiresAt: new Date(3000),
      mac,
    })
  })

  test.each([
    ['appKey', { iss: 'i', app_key: 'v', sdkKey: 's', appKey: 'a' }, 'a'],
    ['sdkKey', { iss: 'i', app_key: 'v', sdkKey: 's' }, 's'],
    ['app_key', { iss: 'i', app_key: 'v' }, 'v'],
    ['iss', { iss: 'i' }, 'i'],
    ['a number', { appKey: 7, sdkKey: 's' }, '7'],
    [
      'the next one, where the first is neither text nor number',
      { appKey: null, sdkKey: 's' },
      's',
    ],
  ])('has its key in %s', (_, claims, text) => {
    expect(fieldsOfClaims(claims).key).toBe(text)
  })

  test.each([
    ['role', { role: 0, role_type: 1 }, '0'],
    ['role_type', { role_type: 1 }, '1'],
    ['text', { role: 'host' }, 'host'],
    ['neither', { role: true }, undefined],
  ])('has its role in %s', (_, claims, text) => {
    expect(fieldsOfClaims({ appKey: key, ...claims }).role).toBe(text)
  })

  test('has up to 200 characters of a text', () => {
    expect(fieldsOfClaims({ appKey: 'x'.repeat(200) }).key).toBe('x'.repeat(200))
    expect(fieldsOfClaims({ appKey: 'x'.repeat(201) }).key).toBe(`${'x'.repeat(200)}…`)
  })

  test('has no time that is no number, nor one past the range of dates', () => {
    expect(fieldsOfClaims({ appKey: key, iat: '1700000217', exp: 9e15 })).toStrictEqual({
      key,
      mac: expect.any(String),
    })
  })

  test('whose payload cannot be read has its MAC alone', () => {
    expect(fieldsOf(`${encode('{"alg":"HS256"}')}.!.x`)).toStrictEqual({ mac: 'x' })
    expect(fieldsOf(encode('{"alg":"HS256"}'))).toStrictEqual({})
  })
})

test('what is no token says nothing', () => {
  expect(fieldsOf('undefined')).toStrictEqual({})
})
