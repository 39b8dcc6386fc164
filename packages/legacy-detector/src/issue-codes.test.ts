import { issueCatalogue, type TokenIssueCode, tokenIssues } from '@sigshift/spec'
import { describe, expect, test } from 'vitest'
import type { DiagnoseOptions } from './diagnosis.ts'
import { inspect } from './inspect.ts'
import {
  currentDate,
  encode,
  issuedAt,
  key,
  makeJwt,
  makeJwtWith,
  makeLegacy,
  secret,
  sign,
  soundClaims,
} from './make-jwt.fixture.node.ts'

type Case = readonly [what: string, text: string, options?: Partial<DiagnoseOptions>]
interface Row {
  /** Tokens whose first issue is the code. */
  readonly found: readonly Case[]
  /** Tokens that look alike and have not that issue. */
  readonly nearMiss: readonly Case[]
}

const sound = makeJwt()
const [header, payload, mac] = sound.split('.') as [string, string, string]
const standard = (text: string): string => Buffer.from(text).toString('base64')
const unpadded = (text: string): string => text.replace(/=+$/, '')
const dotnet = (base64: string): string => {
  const bare = unpadded(base64)
  return `${bare.replaceAll('+', '-').replaceAll('/', '_')}${base64.length - bare.length}`
}
/** A sound token but for the encoding of its parts, signed over those parts. */
function makeEncoded(
  encodePart: (base64: string) => string,
  claims: unknown = soundClaims,
  head: string = '{"alg":"HS256","typ":"JWT"}',
): string {
  const message = [head, JSON.stringify(claims)].map((text) => encodePart(standard(text))).join('.')
  return `${message}.${encodePart(sign(message, secret, 'base64'))}`
}
// Its payload has + and / in the standard alphabet: "~~~" and "???" give 62 and 63.
const awkward = { ...soundClaims, note: '~~~???>>>' }
const withTimes = (iat: number, lifetime = 7200): string =>
  makeJwtWith({ iat, exp: iat + lifetime, tokenExp: iat + lifetime })
const now = issuedAt + 60
const signedWith = (signingKey: string | Uint8Array): string =>
  makeJwt(soundClaims, undefined, signingKey)
const hexSecret = '0123456789abcdef0123456789abcdef'
const base64Secret = 'RkFLRV9jbGllbnRfc2VjcmV0XzMyX2NoYXJz'
const accented = 'FAKE-sécret-日本'
const lowBytes = Uint8Array.from([...accented].map((letter) => letter.charCodeAt(0) & 255))

const rows: Readonly<Record<Exclude<TokenIssueCode, NeverGiven>, Row>> = {
  'legacy-signature': {
    found: [
      ['the old layout', makeLegacy()],
      ['the old layout with its secret', makeLegacy(), { secret }],
    ],
    nearMiss: [
      ['a JWT', sound],
      ['base64 of other text with dots', standard('www.example.com.and.more')],
    ],
  },
  'legacy-signature-with-sdk-key': {
    found: [
      ['a key of 36', makeLegacy({ apiKey: 'FAKE_sdk_key_36_characters_long_0000' })],
      ['the key of the app', makeLegacy({ apiKey: key }), { expected: { sdkKey: key } }],
    ],
    nearMiss: [['a key of 22', makeLegacy(), { expected: { sdkKey: key } }]],
  },
  'legacy-signature-raw-message': {
    found: [['no inner base64', makeLegacy({ prepare: (message) => message }), { secret }]],
    nearMiss: [
      ['the same without the secret', makeLegacy({ prepare: (message) => message })],
      ['inner base64', makeLegacy(), { secret }],
    ],
  },
  'legacy-signature-hex-mac': {
    found: [
      ['a hex digest', makeLegacy({ digest: (message) => sign(message, secret, 'hex') })],
      [
        'base64 of a hex digest',
        makeLegacy({ digest: (message) => standard(sign(message, secret, 'hex')) }),
      ],
    ],
    nearMiss: [['a base64 digest', makeLegacy()]],
  },
  'legacy-key-only': {
    found: [
      ['base64 of a key of 22', standard('FAKE_api_key_22_chars0')],
      [
        'base64 of a key of 36, unpadded',
        unpadded(standard('FAKE_sdk_key_36_characters_long_000A')),
      ],
    ],
    nearMiss: [
      ['base64 of words', standard('hello world, good day!')],
      ['the key itself', 'FAKE_api_key_22_chars0'],
    ],
  },
  'legacy-hybrid': {
    found: [
      [
        'six fields',
        standard(
          `${key}.98765432101.${issuedAt}.${issuedAt + 7200}.0.${sign('x', secret, 'base64')}`,
        ),
      ],
    ],
    nearMiss: [['five fields whose key has a dot', makeLegacy({ apiKey: 'FAKE.key' })]],
  },
  'legacy-timestamp-invalid': {
    found: [],
    nearMiss: [['milliseconds, a minute ago', makeLegacy()]],
  },
  'rest-jwt-app-token': {
    found: [
      ['iss and exp', makeJwt({ iss: key, exp: now + 3600 })],
      ['a Build platform token', makeJwt({ iss: key, iat: issuedAt, exp: issuedAt + 3600 })],
    ],
    nearMiss: [['a Meeting SDK JWT with an iss', makeJwtWith({ iss: 'me' })]],
  },
  'video-sdk-token': {
    found: [
      [
        'app_key and tpc',
        makeJwt({ app_key: key, tpc: 'room', role_type: 1, version: 1, iat: issuedAt, exp: now }),
      ],
    ],
    nearMiss: [['a Meeting SDK JWT with a tpc', makeJwtWith({ tpc: 'room' })]],
  },
  'cobrowse-token': {
    found: [
      [
        'app_key and user_id',
        makeJwt({ app_key: key, role_type: 2, user_id: 'u', user_name: 'u', iat: 1, exp: 2 }),
      ],
    ],
    nearMiss: [
      [
        'a Video SDK JWT with a user_identity',
        makeJwt({ app_key: key, tpc: 'r', user_identity: 'u' }),
      ],
    ],
  },
  'zoom-issued-token': {
    found: [
      [
        'an access token',
        makeJwt(
          { ver: 10, auid: 'a', iss: 'zm:cid:abc', aud: 'https://oauth.zoom.us', exp: now + 3600 },
          { sv: '000001', alg: 'HS512', v: '2.0', kid: 'k' },
        ),
      ],
      [
        'a ZAK',
        makeJwt(
          { aud: 'clientsm', uid: 'u', iss: 'web', sty: 100, clt: 0, exp: now + 3600 },
          { zm_skm: 'zm_o2m', alg: 'HS256', typ: 'JWT' },
        ),
      ],
      [
        'an OBF token that says so',
        makeJwt({ typ: 'onbehalf', aud: 'clientsm', iss: 'web', exp: 1 }),
      ],
    ],
    nearMiss: [['a Meeting SDK JWT with iss "web"', makeJwtWith({ iss: 'web', aud: 'client' })]],
  },
  'key-prefix-before-jwt': {
    found: [
      ['KEY.', `${key}.${sound}`],
      ['KEY:', `${key}:${sound}`],
      ['appKey:KEY.', `appKey:${key}.${sound}`],
    ],
    nearMiss: [
      ['a payload that begins like a JWT', sound],
      ['a key with a dot in it', makeJwtWith({ appKey: 'a.eyJb', sdkKey: 'a.eyJb' })],
    ],
  },
  'not-a-signature': {
    found: [
      ['nothing', ''],
      ['undefined', 'undefined'],
      ['an object', '[object Object]'],
      ['a promise', '[object Promise]'],
      ['a page', '<!DOCTYPE html><html></html>'],
      ['garbage with dots', 'a.b.c'],
      ['longer garbage', 'aaaa.bbbb.cccc'],
      ['JSON without a token', '{"error":"unauthorized"}'],
      ['the JWT of a tutorial', makeJwt({ sub: '1234567890', name: 'John Doe', iat: 1516239022 })],
    ],
    nearMiss: [['a JWT in JSON', JSON.stringify({ error: null, signature: sound })]],
  },
  'token-truncated': {
    found: [
      ['no MAC', `${header}.${payload}`],
      ['an empty MAC', `${header}.${payload}.`],
      ['a MAC of 42', sound.slice(0, -1)],
      ['cut in the payload', sound.slice(0, header.length + 60)],
      ['cut to one character over whole base64', sound.slice(0, header.length + 1 + 61)],
      ['cut in the header', sound.slice(0, 20)],
      ['one character lost in the payload', `${header}.${payload.slice(0, -1)}.${mac}`],
    ],
    nearMiss: [['a whole token', sound]],
  },
  'secret-mismatch': {
    found: [
      ['another secret', signedWith('another secret of another app'), { secret }],
      [
        'a changed claim',
        `${header}.${encode(JSON.stringify({ ...soundClaims, role: 1 }))}.${mac}`,
        { secret },
      ],
    ],
    nearMiss: [
      ['the secret', sound, { secret }],
      ['no secret', signedWith('another secret of another app')],
    ],
  },
  'secret-base64-decoded': {
    found: [
      ['standard', signedWith(Buffer.from(base64Secret, 'base64')), { secret: base64Secret }],
      [
        'base64url',
        signedWith(Buffer.from('ab-_'.repeat(8), 'base64url')),
        { secret: 'ab-_'.repeat(8) },
      ],
    ],
    nearMiss: [
      ['a base64 secret taken as text', signedWith(base64Secret), { secret: base64Secret }],
    ],
  },
  'secret-hex-decoded': {
    found: [['jsrsasign', signedWith(Buffer.from(hexSecret, 'hex')), { secret: hexSecret }]],
    nearMiss: [['a hex secret taken as text', signedWith(hexSecret), { secret: hexSecret }]],
  },
  'secret-low-byte': {
    found: [['jsrsasign', signedWith(lowBytes), { secret: accented }]],
    nearMiss: [['UTF-8', signedWith(accented), { secret: accented }]],
  },
  'secret-whitespace': {
    found: [
      ['line feed', signedWith(`${secret}\n`), { secret }],
      ['line feed, given with it', signedWith(`${secret}\n`), { secret: `${secret}\n` }],
      ['CR LF', signedWith(`${secret}\r\n`), { secret }],
      ['space before', signedWith(` ${secret}`), { secret }],
      ['trimmed by the signer', sound, { secret: `${secret} ` }],
    ],
    nearMiss: [['a space inside', signedWith('FAKE secret'), { secret: 'FAKE secret' }]],
  },
  'secret-quoted': {
    found: [
      ['double', signedWith(`"${secret}"`), { secret }],
      ['single, given with them', signedWith(`'${secret}'`), { secret: `'${secret}'` }],
      ['unquoted by the signer', sound, { secret: `"${secret}"` }],
    ],
    nearMiss: [['a quote inside', signedWith('FAKE"secret'), { secret: 'FAKE"secret' }]],
  },
  'secret-empty': {
    found: [
      ['empty', signedWith(''), { secret }],
      ['empty, and given so', signedWith(''), { secret: '' }],
      ['undefined', signedWith('undefined'), { secret }],
      ['null', signedWith('null'), { secret }],
    ],
    nearMiss: [['the secret', sound, { secret }]],
  },
  'secret-is-key': {
    found: [
      ['the key in the token', signedWith(key), { secret }],
      ['and given as the secret', signedWith(key), { secret: key }],
    ],
    nearMiss: [['the secret', sound, { secret }]],
  },
  'credentials-swapped': {
    found: [
      [
        'the secret is in the token',
        makeJwt({ ...soundClaims, appKey: secret, sdkKey: secret }, undefined, key),
        { secret, expected: { sdkKey: key } },
      ],
    ],
    nearMiss: [['the secret', sound, { secret, expected: { sdkKey: key } }]],
  },
  'key-mismatch': {
    found: [
      ['appKey and sdkKey', makeJwtWith({ sdkKey: 'another_key' })],
      ['not the one expected', sound, { expected: { sdkKey: 'another_key' } }],
      [
        'not the one expected, so with another secret',
        sound,
        { secret: 'x', expected: { sdkKey: 'y' } },
      ],
    ],
    nearMiss: [['the one expected', sound, { expected: { sdkKey: key } }]],
  },
  'key-whitespace': {
    found: [['a space after it', makeJwtWith({ appKey: `${key} `, sdkKey: `${key} ` })]],
    nearMiss: [['a space inside', makeJwtWith({ appKey: 'a key', sdkKey: 'a key' })]],
  },
  'key-quoted': {
    found: [['double quotes', makeJwtWith({ appKey: `"${key}"`, sdkKey: `"${key}"` })]],
    nearMiss: [['a quote inside', makeJwtWith({ appKey: 'a"key', sdkKey: 'a"key' })]],
  },
  'placeholder-key': {
    found: [
      ['SDK_KEY_HERE', makeJwtWith({ appKey: 'SDK_KEY_HERE', sdkKey: 'SDK_KEY_HERE' })],
      ['abc123', makeJwtWith({ appKey: 'abc123', sdkKey: 'abc123' })],
    ],
    nearMiss: [['a key', sound]],
  },
  'placeholder-secret': {
    found: [
      ['SDK_SECRET_HERE', signedWith('SDK_SECRET_HERE'), { secret }],
      ['and given so', signedWith('YOUR_SDK_SECRET'), { secret: 'YOUR_SDK_SECRET' }],
    ],
    nearMiss: [['the secret', sound, { secret }]],
  },
  'iat-in-future': {
    found: [
      ['five minutes ahead', withTimes(now + 300)],
      ['three seconds ahead', withTimes(now + 3)],
    ],
    nearMiss: [
      ['now', withTimes(now)],
      ['rounded up', withTimes(now + 1)],
    ],
  },
  'time-in-milliseconds': {
    found: [
      [
        'all',
        makeJwtWith({
          iat: issuedAt * 1000,
          exp: now * 1000 + 7_200_000,
          tokenExp: now * 1000 + 7_200_000,
        }),
      ],
      [
        'exp alone',
        makeJwtWith({ exp: (issuedAt + 7200) * 1000, tokenExp: (issuedAt + 7200) * 1000 }),
      ],
    ],
    nearMiss: [['seconds of the year 2100', sound]],
  },
  'lifetime-from-milliseconds': {
    found: [
      ['two hours', withTimes(issuedAt, 7_200_000)],
      ['a day', withTimes(issuedAt, 86_400_000)],
    ],
    nearMiss: [
      ['a year in seconds', withTimes(issuedAt, 31_536_000)],
      ['90 days in seconds', withTimes(issuedAt, 7_776_000)],
      ['two hours', sound],
    ],
  },
  'lifetime-too-short': {
    found: [['five minutes', withTimes(issuedAt, 300)]],
    nearMiss: [['31 minutes', withTimes(issuedAt, 1860)]],
  },
  'lifetime-at-minimum': {
    found: [['half an hour', withTimes(issuedAt, 1800)]],
    nearMiss: [['a second more', withTimes(issuedAt, 1801)]],
  },
  'lifetime-too-long': {
    found: [
      ['a week', withTimes(issuedAt, 604_800)],
      ['a year', withTimes(issuedAt, 31_536_000)],
    ],
    nearMiss: [['two days', withTimes(issuedAt, 172_800)]],
  },
  expired: {
    found: [
      ['a second ago', withTimes(now - 7201)],
      ['to the second', withTimes(now - 7200)],
    ],
    nearMiss: [['in a second', withTimes(now - 7199)]],
  },
  'time-zone-shift': {
    found: [
      ['five and a half hours ahead', withTimes(now + 19_800)],
      ['three hours ahead, 30 s set back', withTimes(now + 10_800 - 30)],
      ['45 minutes ahead, made a minute ago', withTimes(now + 2700 - 60)],
    ],
    nearMiss: [
      ['20 minutes ahead', withTimes(now + 1200)],
      ['made an hour ago', withTimes(now - 3600)],
      ['expired long ago', withTimes(now - 400_123)],
    ],
  },
  'iat-float-rounding': {
    found: [
      ['a multiple of 128', withTimes(1_700_000_384), { currentDate: new Date(1_700_000_344_000) }],
      ['the same less 30', withTimes(1_700_000_354), { currentDate: new Date(1_700_000_344_000) }],
    ],
    nearMiss: [
      ['in the past', withTimes(1_700_000_384), { currentDate: new Date(1_700_000_400_000) }],
      ['too far ahead', withTimes(1_700_000_384), { currentDate: new Date(1_700_000_184_000) }],
      ['a round number', withTimes(1_700_000_000), { currentDate: new Date(1_699_999_960_000) }],
      ['no multiple', withTimes(1_700_000_385), { currentDate: new Date(1_700_000_345_000) }],
    ],
  },
  'time-not-integer': {
    found: [
      ['text', makeJwtWith({ iat: String(issuedAt), exp: String(issuedAt + 7200) })],
      ['a fraction', makeJwtWith({ iat: issuedAt + 0.5 })],
    ],
    nearMiss: [['whole, written 1.7e9', sound.replace('1700', '1700')]],
  },
  'time-missing': {
    found: [
      ['no exp', makeJwtWith({ exp: undefined })],
      ['no times', makeJwtWith({ iat: undefined, exp: undefined, tokenExp: undefined })],
    ],
    nearMiss: [['both', sound]],
  },
  'token-exp-invalid': {
    found: [
      ['none', makeJwtWith({ tokenExp: undefined })],
      ['before exp', makeJwtWith({ tokenExp: issuedAt + 1860 })],
    ],
    nearMiss: [['after exp', makeJwtWith({ tokenExp: issuedAt + 9000 })]],
  },
  'app-key-missing': {
    found: [
      ['sdkKey alone', makeJwtWith({ appKey: undefined })],
      ['no key', makeJwtWith({ appKey: undefined, sdkKey: undefined })],
      ['empty', makeJwtWith({ appKey: '', sdkKey: '' })],
      ['null', makeJwtWith({ appKey: null })],
      ['a number', makeJwtWith({ appKey: 12345 })],
    ],
    nearMiss: [['appKey alone', makeJwtWith({ sdkKey: undefined })]],
  },
  'mn-missing': {
    found: [['none', makeJwtWith({ mn: undefined })]],
    nearMiss: [['a number', makeJwtWith({ mn: 98765432101 })]],
  },
  'claim-misnamed': {
    found: [
      ['meetingNumber', makeJwtWith({ mn: undefined, meetingNumber: '98765432101' })],
      [
        'appkey',
        makeJwt({ appkey: key, mn: '123456789', role: 0, iat: issuedAt, exp: issuedAt + 7200 }),
      ],
    ],
    nearMiss: [['meetingNumber beside mn', makeJwtWith({ meetingNumber: '98765432101' })]],
  },
  'mn-not-digits': {
    found: [
      ['spaces', makeJwtWith({ mn: '987 6543 2101' })],
      [
        'dashes, and the same number',
        makeJwtWith({ mn: '987-6543-2101' }),
        { expected: { meetingNumber: '98765432101' } },
      ],
      ['a UUID', makeJwtWith({ mn: '4444AAAiAAAAAiAiAiiAii==' })],
      [
        'a URL',
        makeJwtWith({ mn: 'https://zoom.us/j/98765432101' }),
        { expected: { meetingNumber: 1 } },
      ],
      ['undefined', makeJwtWith({ mn: 'undefined' })],
    ],
    nearMiss: [['digits', sound]],
  },
  'meeting-number-mismatch': {
    found: [['another', sound, { expected: { meetingNumber: '123456789' } }]],
    nearMiss: [
      ['the same, with spaces', sound, { expected: { meetingNumber: '987 6543 2101' } }],
      ['the same as a number', sound, { expected: { meetingNumber: 98765432101 } }],
    ],
  },
  'role-invalid': {
    found: [
      ['none', makeJwtWith({ role: undefined })],
      ['5', makeJwtWith({ role: 5 })],
      ['host', makeJwtWith({ role: 'host' })],
      ['true', makeJwtWith({ role: true })],
    ],
    nearMiss: [['1', makeJwtWith({ role: 1 })]],
  },
  'role-as-string': {
    found: [['"0"', makeJwtWith({ role: '0' })]],
    nearMiss: [['0', sound]],
  },
  'claim-missing': {
    found: [['sdkKey empty', makeJwtWith({ sdkKey: '' })]],
    nearMiss: [['sdkKey absent', makeJwtWith({ sdkKey: undefined })]],
  },
  'claim-invalid': {
    found: [['video_webrtc_mode 2', makeJwtWith({ video_webrtc_mode: 2 })]],
    nearMiss: [['video_webrtc_mode 1', makeJwtWith({ video_webrtc_mode: 1 })]],
  },
  'base64-standard-alphabet': {
    found: [
      ['without padding', makeEncoded(unpadded, awkward), { secret }],
      ['with padding', makeEncoded((part) => part, awkward), { secret }],
    ],
    nearMiss: [['base64url of the same claims', makeJwt(awkward), { secret }]],
  },
  'base64-padding': {
    found: [
      [
        'base64url with =',
        makeEncoded((part) => part.replaceAll('+', '-').replaceAll('/', '_')),
        { secret },
      ],
    ],
    nearMiss: [['without', sound]],
  },
  'dotnet-url-token': {
    found: [['UrlTokenEncode', makeEncoded(dotnet), { secret }]],
    nearMiss: [
      ['a MAC that ends in 0', makeEndingWith('0')],
      ['a MAC that ends in 4', makeEndingWith('4')],
    ],
  },
  'base64-line-breaks': {
    found: [
      ['each 76 characters', sound.replace(/.{76}/g, '$&\n')],
      ['CR LF each 76 characters', sound.replace(/.{76}/g, '$&\r\n')],
      [
        'Ruby, signed with them',
        makeEncoded((part) =>
          part
            .replace(/.{1,60}/g, '$&\n')
            .replaceAll('+', '-')
            .replaceAll('/', '_'),
        ),
        { secret },
      ],
    ],
    nearMiss: [['one line end at the end', `${sound}\n`]],
  },
  'mac-hex': {
    found: [
      [
        '64 digits',
        `${header}.${payload}.${sign(`${header}.${payload}`, secret, 'hex')}`,
        { secret },
      ],
    ],
    nearMiss: [['base64url', sound]],
  },
  'mac-base64-of-hex': {
    found: [
      [
        'base64url of 64 digits',
        `${header}.${payload}.${encode(sign(`${header}.${payload}`, secret, 'hex'))}`,
        { secret },
      ],
    ],
    nearMiss: [['base64url', sound]],
  },
  'double-encoded': {
    found: [
      ['base64 of the token', standard(sound)],
      ['base64url of the token', encode(sound)],
    ],
    nearMiss: [['the token', sound]],
  },
  'url-encoded': {
    found: [
      ['%2E for the dots', sound.replaceAll('.', '%2E')],
      ['%3D for the padding', encodeURIComponent(makeEncoded((part) => part, awkward))],
    ],
    nearMiss: [
      ['encodeURIComponent of a sound one, which changes nothing', encodeURIComponent(sound)],
    ],
  },
  'plus-became-space': {
    found: [
      ['in the payload', makeEncoded(unpadded, awkward).replaceAll('+', ' '), { secret }],
      ['in the MAC', makeStandardMac().replaceAll('+', ' '), { secret }],
    ],
    nearMiss: [['a blank that was put in', `${header}. ${payload}.${mac}`]],
  },
  'wrapped-value': {
    found: [
      ['double quotes', `"${sound}"`],
      ['single quotes', `'${sound}'`],
      ['JSON', JSON.stringify({ signature: sound })],
      ['JSON deeper', JSON.stringify({ ok: true, data: { token: sound, sdkKey: key } })],
      ['Python bytes', `b'${sound}'`],
      ['Bearer', `Bearer ${sound}`],
      ['an assignment', `signature=${sound}`],
      ['a header', `Authorization: Bearer ${sound}`],
      ['a comma', `"${sound}",`],
    ],
    nearMiss: [['the token', sound]],
  },
  'invisible-character': {
    found: [
      ['zero-width space', `${sound}\u200b`],
      ['byte order mark', `\ufeff${sound}`],
      ['a line feed', `${sound}\n`],
      ['CR LF', `${sound}\r\n`],
      ['a space before', ` ${sound}`],
      ['a NUL inside', `${sound.slice(0, 50)}\u0000${sound.slice(50)}`],
      ['a blank inside', `${header}. ${payload}.${mac}`],
    ],
    nearMiss: [['the token', sound]],
  },
  'wrong-algorithm': {
    found: [
      ['RS256', makeJwt(soundClaims, { alg: 'RS256', typ: 'JWT' })],
      ['HS512', makeJwt(soundClaims, { alg: 'HS512', typ: 'JWT' })],
      ['no alg', makeJwt(soundClaims, { typ: 'JWT' })],
      ['a MAC of 64 bytes', `${header}.${payload}.${Buffer.alloc(64, 201).toString('base64url')}`],
      ['a header that is no JSON', `${encode('hello')}.${payload}.${mac}`],
    ],
    nearMiss: [
      ['typ first', makeJwt(soundClaims, { typ: 'JWT', alg: 'HS256' })],
      ['no typ', makeJwt(soundClaims, { alg: 'HS256' })],
    ],
  },
  'alg-none': {
    found: [
      ['none', makeJwt(soundClaims, { alg: 'none' })],
      ['without a MAC', `${encode('{"alg":"none"}')}.${payload}.`],
    ],
    nearMiss: [['HS256', sound]],
  },
  'payload-not-json': {
    found: [
      ['text', `${header}.${encode('hello world')}.${mac}`],
      ['null', `${header}.${encode('null')}.${mac}`],
      ['an array', `${header}.${encode('[1]')}.${mac}`],
      [
        'Latin-1',
        `${header}.${Buffer.from('{"appKey":"\u00e9\u00e9"}', 'latin1').toString('base64url')}.${mac}`,
      ],
    ],
    nearMiss: [
      ['a pretty object', makePretty()],
      ['UTF-8', makeJwtWith({ name: 'Zoë 日本' })],
    ],
  },
  'payload-reserialized': {
    found: [
      [
        'another order',
        signedOver({ ...soundClaims, appKey: key, ...reversed() }, soundClaims),
        { secret },
      ],
    ],
    nearMiss: [['as signed', sound, { secret }]],
  },
  'signed-wrong-message': {
    found: [
      ['payload alone', `${header}.${payload}.${sign(payload)}`, { secret }],
      ['parts swapped', `${header}.${payload}.${sign(`${payload}.${header}`)}`, { secret }],
      ['without the dot', `${header}.${payload}.${sign(header + payload)}`, { secret }],
    ],
    nearMiss: [['header.payload', sound, { secret }]],
  },
}

/** `external-meeting-needs-token` is a note of the explanation; `key-empty` is `app-key-missing` in a token. */
type NeverGiven = 'external-meeting-needs-token' | 'key-empty'

function makeEndingWith(letter: string): string {
  for (let i = 0; ; i++) {
    const token = makeJwtWith({ note: i })
    if (token.endsWith(letter)) return token
  }
}

/** Only the MAC is in the standard alphabet, and it has a +. */
function makeStandardMac(): string {
  for (let i = 0; ; i++) {
    const message = makeJwtWith({ note: i }).split('.', 2).join('.')
    const standardMac = unpadded(sign(message, secret, 'base64'))
    if (standardMac.includes('+')) return `${message}.${standardMac}`
  }
}

function makePretty(): string {
  const message = `${header}.${encode(JSON.stringify(soundClaims, null, 2))}`
  return `${message}.${sign(message)}`
}

function reversed(): Record<string, unknown> {
  const { appKey, sdkKey, mn, role, iat, exp, tokenExp } = soundClaims
  return { sdkKey, mn, role, iat, exp, appKey, tokenExp }
}

/** A token that shows `shown`, with the MAC of one that has `signed`. */
function signedOver(_signed: unknown, shown: unknown): string {
  const message = `${header}.${encode(JSON.stringify(reversed()))}`
  return `${header}.${encode(JSON.stringify(shown))}.${sign(message)}`
}

const named = (cases: readonly Case[]): { what: string; text: string; options: Case[2] }[] =>
  cases.map(([what, text, options]) => ({ what, text, options }))

const codesOf = (text: string, options: Partial<DiagnoseOptions> = {}): readonly string[] =>
  inspect(text, { currentDate, ...options }).issues.map(({ code }) => code)

describe.each(Object.entries(rows) as [TokenIssueCode, Row][])(
  '%s',
  (code, { found, nearMiss }) => {
    test.each(named(found))('is the first issue: $what', ({ text, options }) => {
      expect(codesOf(text, options)[0]).toBe(code)
    })
    test.each(named(nearMiss))('is no issue: $what', ({ text, options }) => {
      expect(codesOf(text, options)).not.toContain(code)
    })
    test.each(named(found))('has evidence and severity: $what', ({ text, options }) => {
      const issue = inspect(text, { currentDate, ...options }).issues[0]
      expect(issue?.severity).toBe(issueCatalogue[code].severity)
      expect(issue?.evidence.length).toBeGreaterThan(0)
    })
  },
)

describe('legacy-timestamp-invalid stands behind the layout', () => {
  test.each([
    ['seconds', String(issuedAt)],
    ['a minute in the future', String((now + 60) * 1000)],
    ['NaN', 'NaN'],
  ])('%s', (_, timestamp) => {
    expect(codesOf(makeLegacy({ timestamp }))).toEqual([
      'legacy-signature',
      'legacy-timestamp-invalid',
    ])
  })
})

test('a time zone behind is told beside the expiry that it causes', () => {
  expect(codesOf(withTimes(now - 19_800 - 5))).toEqual(['expired', 'time-zone-shift'])
})

test('every token code of the catalogue has a row here', () => {
  const never: readonly NeverGiven[] = ['external-meeting-needs-token', 'key-empty']
  expect(Object.keys(rows).toSorted()).toEqual(
    Object.keys(tokenIssues)
      .filter((code) => !never.includes(code as NeverGiven))
      .toSorted(),
  )
})
