import { describe, expect, test } from 'vitest'
import { detect } from './detect.ts'
import type { Expected } from './diagnosis.ts'
import {
  encode,
  key,
  makeJwt,
  makeLegacy,
  secret,
  sign,
  soundClaims,
} from './make-jwt.fixture.node.ts'
import { type MacProof, proveMac } from './prove-mac.ts'

const wanted = 'the text from the app’s credentials page, as UTF-8'
const mismatch: MacProof = {
  mac: 'mismatch',
  code: 'secret-mismatch',
  evidence: [{ field: 'MAC', seen: 'another', wanted: 'the HMAC-SHA256 with this secret' }],
}
const prove = (text: string, given: string | undefined, expected: Expected = {}): MacProof =>
  proveMac(detect(text), given, expected)
const signedWith = (signingKey: string): string => makeJwt(soundClaims, undefined, signingKey)
const sound = makeJwt()
const unsigned = sound.slice(0, sound.lastIndexOf('.'))

describe('a MAC that fits', () => {
  test.each([
    ['a JWT', sound],
    ['an old signature', makeLegacy()],
    ['a hex MAC', `${unsigned}.${sign(unsigned, secret, 'hex')}`],
    [
      'a MAC with a digit for its padding, as .NET writes it',
      `${unsigned}.${sign(unsigned, secret)}1`,
    ],
    [
      'an old one with white space around its MAC',
      makeLegacy({ digest: (message) => ` ${sign(message, secret, 'base64')}\n` }),
    ],
  ])('is verified: %s', (_, text) => {
    expect(prove(text, secret)).toEqual({ mac: 'verified' })
  })

  test('over the line breaks that were in the text', () => {
    const wrapped = unsigned.replace(/.{60}/g, '$&\n')
    expect(prove(`${wrapped}.${sign(wrapped)}`, secret)).toEqual({ mac: 'verified' })
    expect(prove(`${wrapped}.${sign(unsigned)}`, secret)).toEqual({ mac: 'verified' })
  })

  test.each([
    ['', 'secret-empty', 'empty'],
    [' \n', 'secret-empty', 'empty'],
    ['undefined', 'secret-empty', 'the name of a missing value'],
    ['null', 'secret-empty', 'the name of a missing value'],
    [`${secret} `, 'secret-whitespace', 'white space around it'],
    [`"${secret}"`, 'secret-quoted', 'quotes around it'],
    [key, 'secret-is-key', 'the key in its place'],
    ['YOUR_SDK_SECRET', 'placeholder-secret', 'a placeholder'],
  ])('tells what is wrong with a secret all the same: %j', (given, code, seen) => {
    expect(prove(signedWith(given), given)).toEqual({
      mac: 'verified',
      code,
      evidence: [{ field: 'secret', seen, wanted }],
    })
  })
})

describe('a MAC that does not fit', () => {
  test('is told as no more than that where no mistake makes it', () => {
    expect(prove(sound, 'another secret')).toEqual(mismatch)
    expect(prove(makeLegacy(), 'another secret')).toEqual(mismatch)
  })

  test('is told by the mistake that was made with the secret', () => {
    expect(prove(signedWith(`${secret}\n`), secret)).toEqual({
      mac: 'mismatch',
      code: 'secret-whitespace',
      evidence: [{ field: 'secret', seen: 'a line feed after it', wanted }],
    })
  })

  test('is told by the mistake although the secret is in the token', () => {
    const text = makeJwt({ ...soundClaims, appKey: secret }, undefined, `${secret}\n`)
    expect(prove(text, secret)).toMatchObject({ code: 'secret-whitespace' })
  })

  test('is told by the bytes that were made of the secret', () => {
    const text = makeJwt(soundClaims, undefined, Buffer.from('00fF', 'hex'))
    expect(prove(text, '00fF')).toMatchObject({ code: 'secret-hex-decoded' })
  })

  test('is told by the text that was signed', () => {
    const text = `${unsigned}.${sign(unsigned.split('.')[1] as string)}`
    expect(prove(text, secret)).toEqual({
      mac: 'mismatch',
      code: 'signed-wrong-message',
      evidence: [
        { field: 'signed text', seen: 'payload alone', wanted: 'header.payload as they are' },
      ],
    })
  })

  const swapped: MacProof = {
    mac: 'mismatch',
    code: 'credentials-swapped',
    evidence: [{ field: 'appKey', seen: 'the secret', wanted: 'the key' }],
  }
  test.each(['appKey', 'sdkKey', 'app_key', 'iss'])('%s may be the secret', (name) => {
    const text = makeJwt({ [name]: secret, x: 1 }, undefined, key)
    expect(prove(text, secret, { sdkKey: key })).toEqual(swapped)
    expect(prove(text, secret)).toEqual(mismatch)
  })

  test.each(['appKey', 'sdkKey', 'app_key', 'iss'])('%s may have been the secret', (name) => {
    const text = makeJwt({ [name]: 'a key', x: 1 }, undefined, 'a key')
    expect(prove(text, secret)).toMatchObject({ code: 'secret-is-key' })
  })

  test('so with an old signature', () => {
    const text = makeLegacy({ apiKey: secret, apiSecret: key })
    expect(prove(text, secret, { sdkKey: key })).toEqual(swapped)
    expect(prove(makeLegacy({ apiSecret: key }), secret, { sdkKey: key })).toMatchObject({
      code: 'secret-is-key',
    })
  })

  test('a key that is empty or no text was nobody’s secret', () => {
    for (const appKey of ['', 7, null]) {
      const text = makeJwt({ ...soundClaims, appKey, sdkKey: appKey }, undefined, '')
      expect(prove(text, secret).code).toBe('secret-empty')
    }
  })

  test('claims that are too deep to be written again are no obstacle', () => {
    const deep = `{"appKey":"k","x":${'['.repeat(100)}${']'.repeat(100)}}`
    const text = `${encode('{"alg":"HS256"}')}.${encode(deep)}.${sign('another text')}`
    expect(prove(text, secret)).toEqual(mismatch)
  })
})

describe('nothing is said', () => {
  test.each([
    ['without a secret', sound, undefined],
    ['of what is no token', 'undefined', secret],
  ])('%s', (_, text, given) => {
    expect(prove(text, given)).toEqual({ mac: 'unknown' })
  })

  test.each([
    ['none', unsigned],
    ['short', `${unsigned}.x`],
    ['no base64', `${unsigned}.${'!'.repeat(43)}`],
    ['of another length', `${unsigned}.${'x'.repeat(44)}`],
    ['of a key alone', Buffer.from('FAKE_api_key_22_chars0').toString('base64')],
  ])('but that the MAC is not right, where it cannot be read: %s', (_, text) => {
    expect(prove(text, secret)).toEqual({ mac: 'mismatch' })
  })
})
