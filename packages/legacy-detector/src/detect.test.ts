import { describe, expect, test } from 'vitest'
import { detect } from './detect.ts'
import type { WrapperKind } from './detection.ts'
import { encode, key, makeJwt, makeLegacy, sign } from './make-jwt.fixture.node.ts'

const sound = makeJwt()
const legacy = makeLegacy()
const base64 = (text: string): string => Buffer.from(text).toString('base64')

const kindsOf = (text: string): readonly WrapperKind[] =>
  detect(text).wrappers.map(({ kind }) => kind)

describe('each layer around a token is taken off and recorded', () => {
  test.each<[string, WrapperKind[]]>([
    [sound, []],
    [` ${sound}`, ['white-space']],
    [`${sound}\r\n`, ['white-space']],
    [`\ufeff${sound}`, ['invisible-character']],
    [`"${sound}"`, ['json']],
    [`'${sound}'`, ['quotes']],
    [`“${sound}”`, ['quotes']],
    [`"${sound}`, ['quotes']],
    [`b'${sound}'`, ['bytes-literal']],
    [`b"${sound}"`, ['bytes-literal']],
    [JSON.stringify({ signature: sound }), ['json']],
    [JSON.stringify(JSON.stringify({ signature: sound })), ['json', 'json']],
    [`Bearer ${sound}`, ['bearer']],
    [`bearer: ${sound}`, ['bearer']],
    [`Authorization: Bearer ${sound}`, ['assignment', 'bearer']],
    [`signature=${sound}&sdkKey=x`, ['assignment', 'assignment']],
    [`const signature = "${sound}";`, ['punctuation', 'assignment', 'json']],
    [encodeURIComponent(`"${sound}"`), ['url-encoding', 'json']],
    [
      encodeURIComponent(encodeURIComponent(`"${sound}"`)),
      ['url-encoding', 'url-encoding', 'json'],
    ],
    [base64(sound), ['base64']],
    [base64(base64(sound)), ['base64', 'base64']],
    [sound.replace(/.{60}/g, '$&\n'), ['line-breaks']],
    [`${key}.${sound}`, ['key-prefix']],
    [`"Bearer ${sound}\\n"`, ['json', 'white-space', 'bearer']],
  ])('%s', (text, kinds) => {
    const detection = detect(text)
    expect(detection.wrappers.map(({ kind }) => kind)).toEqual(kinds)
    expect(detection.kind).toBe('meeting-sdk')
    expect(detection.text).toBe(sound)
  })

  test.each<[string, WrapperKind[]]>([
    [legacy, []],
    [legacy.replace(/=+$/, ''), []],
    [`"${legacy}"`, ['json']],
    [encodeURIComponent(makeLegacy({ meetingNumber: '9876543210' })), ['url-encoding']],
    [base64(legacy), ['base64']],
    [legacy.replace(/.{60}/g, '$&\n'), ['line-breaks']],
    [JSON.stringify({ signature: legacy }), ['json']],
  ])('around an old signature: %s', (text, kinds) => {
    expect(detect(text).format).toBe('legacy')
    expect(kindsOf(text)).toEqual(kinds)
  })

  test('the layers are never the token', () => {
    const { wrappers } = detect(`appKey:${key}.${sound}\n`)
    expect(JSON.stringify(wrappers)).not.toContain(sound.slice(0, 30))
  })
})

describe('what is no token is told by what it is', () => {
  test.each([
    ['', 'empty text'],
    ['  \n', 'empty text'],
    ['undefined', 'the name of a missing value'],
    ['"null"', 'the name of a missing value'],
    ['[object Object]', 'an object or promise that was turned into text'],
    ['<html>', 'a page of HTML or XML'],
    ['{"status":"ok"}', 'JSON without a token in it'],
    ['YOUR_SIGNATURE', 'a placeholder'],
    ['FAKE_api_key_22_chars0', 'a key alone'],
    [sign('x', 'y', 'base64'), 'a MAC alone'],
    ['x'.repeat(500), 'text of 500 characters'],
  ])('%j', (text, seen) => {
    expect(detect(text)).toMatchObject({ format: 'unknown', seen })
  })

  test.each([undefined, null, 12, {}, [], () => sound, Promise.resolve(sound)])(
    'a value that is no text: %s',
    (value) => {
      expect(detect(value as unknown as string).format).toBe('unknown')
    },
  )
})

describe('kinds of JWT are told apart', () => {
  test.each([
    ['meeting-sdk', { appKey: key, exp: 1, tokenExp: 1 }],
    ['meeting-sdk', { mn: '1', role: 0, iat: 1, exp: 2 }],
    ['meeting-sdk', { app_key: key, mn: '1', role: 0 }],
    ['meeting-sdk', { api_key: key, meetingNumber: '1', role: 0 }],
    ['meeting-sdk', { iss: 'me', appKey: key, mn: '1' }],
    ['video-sdk', { app_key: key, tpc: 'room', role_type: 1, version: 1 }],
    ['video-sdk', { app_key: key, version: 1, user_identity: 'u', pwd: 'x' }],
    ['cobrowse', { app_key: key, role_type: 2, user_id: 'u', user_name: 'n' }],
    ['rest-jwt-app', { iss: key, exp: 1 }],
    ['rest-jwt-app', { aud: null, iss: key, exp: 1, iat: 0 }],
    ['zoom-access-token', { ver: 9, iss: 'zm:cid:a', aud: 'https://oauth.zoom.us' }],
    ['zak', { aud: 'client', uid: 'u', iss: 'web', sty: 100, stk: 's' }],
    ['obf', { typ: 'onbehalf', iss: 'web', aud: 'clientsm' }],
    ['other-jwt', { sub: '1', name: 'John Doe', iat: 1 }],
    ['other-jwt', {}],
  ])('%s %j', (kind, claims) => {
    expect(detect(makeJwt(claims)).kind).toBe(kind)
  })

  test.each([
    ['header alone', encode('{"alg":"HS256","typ":"JWT"}')],
    ['cut in the header', sound.slice(0, 18)],
    ['cut in the payload', sound.slice(0, 90)],
  ])('a cut one is still a JWT: %s', (_, text) => {
    expect(detect(text).format).toBe('jwt')
  })
})
