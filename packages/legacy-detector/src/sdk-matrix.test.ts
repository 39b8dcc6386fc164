import type { TokenIssueCode } from '@sigshift/spec'
import matrix from '@sigshift/vectors/sdk-matrix.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
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

const sound = makeJwt()
const [header, payload, mac] = sound.split('.') as [string, string, string]
const standardBase64 = (text: string): string => Buffer.from(text).toString('base64')
const unpad = (text: string): string => text.replace(/=+$/, '')
const awkward = JSON.stringify({ ...soundClaims, note: '~~~???>>>' })
const inBase64 = (encodePart: (text: string) => string): string => {
  const message = [atob(header), awkward].map(encodePart).join('.')
  return `${message}.${sign(message, secret, 'base64')}`
}
const paddedUrl = (text: string): string =>
  standardBase64(text).replaceAll('+', '-').replaceAll('/', '_')
const paddedParts = ((): string => {
  const message = [atob(header), JSON.stringify(soundClaims)].map(paddedUrl).join('.')
  return `${message}.${mac}=`
})()
const legacyOf = (meetingNumber: string): string => makeLegacy({ meetingNumber })
const decoded = (signature: string): string => Buffer.from(signature, 'base64').toString()

/** What stands in the token of each measured case, and the first issue that it has; `null` for none. */
const cases: Readonly<Record<string, readonly [text: unknown, code: TokenIssueCode | null]>> = {
  sound: [sound, null],
  'appKey only': [makeJwtWith({ sdkKey: undefined }), null],
  'sdkKey only': [makeJwtWith({ appKey: undefined }), 'app-key-missing'],
  'neither key': [makeJwtWith({ appKey: undefined, sdkKey: undefined }), 'app-key-missing'],
  'appKey empty string': [makeJwtWith({ appKey: '' }), 'app-key-missing'],
  'appKey null': [makeJwtWith({ appKey: null }), 'app-key-missing'],
  'appKey differs from sdkKey': [makeJwtWith({ appKey: 'another' }), 'key-mismatch'],
  'appKey has trailing space': [makeJwtWith({ appKey: `${key} ` }), 'key-whitespace'],
  'claim names in lower case (appkey, sdkkey)': [
    makeJwtWith({ appKey: undefined, sdkKey: undefined, appkey: key, sdkkey: key }),
    'claim-misnamed',
  ],
  'no mn': [makeJwtWith({ mn: undefined }), 'mn-missing'],
  'mn with spaces': [makeJwtWith({ mn: '987 6543 2101' }), 'mn-not-digits'],
  'mn mismatch': [makeJwtWith({ mn: '123456789' }), 'meeting-number-mismatch'],
  'mn as number': [makeJwtWith({ mn: 98765432101 }), null],
  'role missing': [makeJwtWith({ role: undefined }), 'role-invalid'],
  'role string "0"': [makeJwtWith({ role: '0' }), 'role-as-string'],
  'role string "host"': [makeJwtWith({ role: 'host' }), 'role-invalid'],
  'role 1': [makeJwtWith({ role: 1 }), null],
  'role 2': [makeJwtWith({ role: 2 }), 'role-invalid'],
  'role 5': [makeJwtWith({ role: 5 }), 'role-invalid'],
  expired: [
    makeJwtWith({ iat: issuedAt - 9000, exp: issuedAt - 1800, tokenExp: issuedAt - 1800 }),
    'expired',
  ],
  'iat in the future': [
    makeJwtWith({ iat: issuedAt + 400, exp: issuedAt + 7600, tokenExp: issuedAt + 7600 }),
    'iat-in-future',
  ],
  'times in milliseconds': [
    makeJwtWith({ iat: issuedAt * 1000, exp: issuedAt * 1000 + 7_200_000, tokenExp: undefined }),
    'time-in-milliseconds',
  ],
  'lifetime 300 s': [makeJwtWith({ exp: issuedAt + 300 }), 'lifetime-too-short'],
  'lifetime 7 days': [
    makeJwtWith({ exp: issuedAt + 604_800, tokenExp: issuedAt + 604_800 }),
    'lifetime-too-long',
  ],
  'no tokenExp': [makeJwtWith({ tokenExp: undefined }), 'token-exp-invalid'],
  'no exp': [makeJwtWith({ exp: undefined }), 'time-missing'],
  'no iat/exp/tokenExp': [
    makeJwtWith({ iat: undefined, exp: undefined, tokenExp: undefined }),
    'time-missing',
  ],
  'wrong secret': [makeJwt(soundClaims, undefined, 'of another app'), 'secret-mismatch'],
  'alg none': [makeJwt(soundClaims, { alg: 'none', typ: 'JWT' }), 'alg-none'],
  'alg RS256': [makeJwt(soundClaims, { alg: 'RS256', typ: 'JWT' }), 'wrong-algorithm'],
  'alg HS512': [makeJwt(soundClaims, { alg: 'HS512', typ: 'JWT' }), 'wrong-algorithm'],
  'header is not JSON': [`${encode('not json')}.${payload}.${mac}`, 'wrong-algorithm'],
  'signature part empty (h.p.)': [`${header}.${payload}.`, 'token-truncated'],
  'two-part JWT (no signature)': [`${header}.${payload}`, 'token-truncated'],
  'Video SDK JWT': [
    makeJwt({ app_key: key, tpc: 'room', role_type: 1, version: 1, iat: 1, exp: 2 }),
    'video-sdk-token',
  ],
  'Cobrowse SDK JWT': [
    makeJwt({ app_key: key, role_type: 1, user_id: 'u', user_name: 'u', iat: 1, exp: 2 }),
    'cobrowse-token',
  ],
  'REST JWT (iss, exp)': [makeJwt({ iss: key, exp: 2 }), 'rest-jwt-app-token'],
  'OAuth-like access token': [
    makeJwt({ ver: 9, iss: 'zm:cid:x', aud: 'https://oauth.zoom.us', uid: 'u', exp: 2 }),
    'zoom-issued-token',
  ],
  'ZAK-like token': [
    makeJwt({ aud: 'clientsm', uid: 'u', iss: 'web', sk: '0', sty: 1, clt: 0, exp: 2 }),
    'zoom-issued-token',
  ],
  'legacy base64 (padded if needed)': [legacyOf('98765432101'), 'legacy-signature'],
  'legacy base64 unpadded': [unpad(legacyOf('98765432101')), 'legacy-signature'],
  'legacy decoded text, 11-digit mn': [decoded(legacyOf('98765432101')), 'legacy-signature'],
  'legacy decoded text, 10-digit mn': [decoded(legacyOf('9876543210')), 'legacy-signature'],
  'legacy decoded text, 9-digit mn': [decoded(legacyOf('987654321')), 'legacy-signature'],
  'key only, base64': [standardBase64('FAKE_client_id_22chars'), 'legacy-key-only'],
  'key only, plain': [key, 'not-a-signature'],
  'empty string': ['', 'not-a-signature'],
  undefined: [undefined, 'not-a-signature'],
  null: [null, 'not-a-signature'],
  'string "undefined"': ['undefined', 'not-a-signature'],
  'string "[object Object]"': ['[object Object]', 'not-a-signature'],
  'string "[object Promise]"': ['[object Promise]', 'not-a-signature'],
  'placeholder text': ['YOUR_SIGNATURE_HERE', 'not-a-signature'],
  'HTML page text': ['<!DOCTYPE html><html><body>Sign in</body></html>', 'not-a-signature'],
  'garbage a.b.c': ['a.b.c', 'not-a-signature'],
  'garbage aaaa.bbbb.cccc': ['aaaa.bbbb.cccc', 'not-a-signature'],
  'payload is JSON null': [`${header}.${encode('null')}.${mac}`, 'payload-not-json'],
  'payload is not JSON': [`${header}.${encode('hello world')}.${mac}`, 'payload-not-json'],
  'JWT base64-encoded again': [standardBase64(sound), 'double-encoded'],
  'JWT URI-encoded (padded parts, so = became %3D)': [
    encodeURIComponent(paddedParts),
    'url-encoded',
  ],
  'JWT with dots URI-encoded (%2E)': [sound.replaceAll('.', '%2E'), 'url-encoded'],
  'JWT in standard base64 alphabet, no padding': [
    inBase64((text) => unpad(standardBase64(text))).replace(/=+$/, ''),
    'base64-standard-alphabet',
  ],
  'JWT in standard base64 alphabet, padded': [inBase64(standardBase64), 'base64-standard-alphabet'],
  'JWT parts padded with =': [paddedParts, 'base64-padding'],
  'JWT payload length 1 mod 4 (one character cut)': [
    `${header}.${payload.slice(0, payload.length - 1 - ((payload.length - 2) % 4))}.${mac}`,
    'token-truncated',
  ],
  'JWT cut in the middle of the payload (length 2 mod 4)': [
    `${header}.${payload.slice(0, 62)}`,
    'token-truncated',
  ],
  'trailing newline': [`${sound}\n`, 'invisible-character'],
  'CR LF at the end': [`${sound}\r\n`, 'invisible-character'],
  'leading space': [` ${sound}`, 'invisible-character'],
  'zero-width space at the end': [`${sound}\u200b`, 'invisible-character'],
  'byte order mark at the start': [`\ufeff${sound}`, 'invisible-character'],
  'space inside (h. p.s)': [`${header}. ${payload}.${mac}`, 'invisible-character'],
  'line breaks every 76 chars': [sound.replace(/.{76}/g, '$&\n'), 'base64-line-breaks'],
  'Bearer prefix': [`Bearer ${sound}`, 'wrapped-value'],
  'quotes around': [`"${sound}"`, 'wrapped-value'],
  'JSON string {"signature":"..."}': [JSON.stringify({ signature: sound }), 'wrapped-value'],
  'object {signature} instead of a string': [{ signature: sound }, 'not-a-signature'],
  'promise instead of a string': [Promise.resolve(sound), 'not-a-signature'],
  'signature as a function (callback form)': [() => sound, 'not-a-signature'],
  'number instead of a string': [12345, 'not-a-signature'],
  'KEY. prefix before the JWT': [`${key}.${sound}`, 'key-prefix-before-jwt'],
  'KEY: prefix before the JWT': [`${key}:${sound}`, 'key-prefix-before-jwt'],
  'word "appKey:KEY." before the JWT': [`appKey:${key}.${sound}`, 'key-prefix-before-jwt'],
  'non-ASCII claim': [makeJwtWith({ note: 'Zoë' }), null],
  'non-ASCII claim in Latin-1 bytes': [
    `${header}.${Buffer.from(JSON.stringify({ ...soundClaims, note: 'Zoë' }), 'latin1').toString('base64url')}.${mac}`,
    'payload-not-json',
  ],
  'payload JSON pretty-printed with line breaks': [
    ((): string => {
      const message = `${header}.${encode(JSON.stringify(soundClaims, null, 2))}`
      return `${message}.${sign(message)}`
    })(),
    null,
  ],
  'five-part token (JWE shape)': [
    [encode('{"alg":"dir","enc":"A256GCM"}'), '', 'AAAAAAAAAAAAAAAA', payload, 'AAAA'].join('.'),
    'payload-not-json',
  ],
  'appKey as a number': [makeJwtWith({ appKey: 12345 }), 'app-key-missing'],
  'claim video_webrtc_mode 1': [makeJwtWith({ video_webrtc_mode: 1 }), null],
}

/** The `join` parameters beside the token are no part of it. */
function tokenPart(name: string): string {
  return name.replace(/ \(join (?:without|given) sdkKey\)$/, '').replace(/, join also given.*$/, '')
}

const measured = [...new Set(matrix.map((row) => row.case))]
/** Faults of the other parameters of `join`. */
const notInToken = /^sound, (?:userName|meetingNumber)/

describe.each(
  measured.filter((name) => !notInToken.test(name)).map((name) => [name, tokenPart(name)] as const),
)('%s', (_, name) => {
  test('the first issue is what the measured case has wrong', () => {
    const row = cases[name]
    expect(row, 'a token for the case').toBeDefined()
    if (!row) return
    const { issues } = inspect(row[0] as string, {
      currentDate,
      secret,
      expected: { sdkKey: key, meetingNumber: '98765432101' },
    })
    expect(issues[0]?.code ?? null).toBe(row[1])
  })
})

test('where no request went out, the SDK found no key, and the detector finds an error', () => {
  const silent = matrix.filter(
    ({ requestSent, sdkVersion, case: name }) =>
      !requestSent && sdkVersion === '6.2.0' && cases[name] !== undefined,
  )
  expect(silent.length).toBeGreaterThan(30)
  for (const { case: name } of silent) {
    const { issues } = inspect(cases[name]?.[0] as string, { currentDate })
    expect(issues[0]?.severity, name).toBe('error')
  }
})
