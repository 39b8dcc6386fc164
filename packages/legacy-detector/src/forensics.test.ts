import { describe, expect, test } from 'vitest'
import { inspect } from './inspect.ts'
import {
  currentDate,
  encode,
  key,
  makeJwt,
  makeLegacy,
  secret,
  sign,
  soundClaims,
} from './make-jwt.fixture.node.ts'

const header = encode('{"alg":"HS256","typ":"JWT"}')
const claims = { ...soundClaims, topic: 'a/b – Zoë' }
const compact = JSON.stringify(claims)
const token = makeJwt(claims)

/** The token that is shown, with the MAC of another text. */
const withMacOf = (message: string): string => `${token.split('.', 2).join('.')}.${sign(message)}`
const withPayload = (json: string): string => withMacOf(`${header}.${encode(json)}`)
const reorder = (...names: readonly string[]): string =>
  JSON.stringify(
    Object.fromEntries([...names, 'topic'].map((name) => [name, (claims as never)[name]])),
  )
// As python3 writes the same dict: json.dumps(claims), and json.dumps(claims, sort_keys=True).
const python =
  '{"appKey": "FAKE_client_id_22chars", "sdkKey": "FAKE_client_id_22chars", "mn": "98765432101", "role": 0, "iat": 1700000217, "exp": 1700007417, "tokenExp": 1700007417, "topic": "a/b \\u2013 Zo\\u00eb"}'
const pythonSorted =
  '{"appKey": "FAKE_client_id_22chars", "exp": 1700007417, "iat": 1700000217, "mn": "98765432101", "role": 0, "sdkKey": "FAKE_client_id_22chars", "tokenExp": 1700007417, "topic": "a/b \\u2013 Zo\\u00eb"}'
// As PHP writes it: json_encode($claims).
const php =
  '{"appKey":"FAKE_client_id_22chars","sdkKey":"FAKE_client_id_22chars","mn":"98765432101","role":0,"iat":1700000217,"exp":1700007417,"tokenExp":1700007417,"topic":"a\\/b \\u2013 Zo\\u00eb"}'

const standard = (text: string): string => Buffer.from(text).toString('base64')

describe('with the secret, a MAC that does not verify is explained', () => {
  test.each([
    ['payload-reserialized', 'indented by 2', withPayload(JSON.stringify(claims, null, 2))],
    ['payload-reserialized', 'indented by 4', withPayload(JSON.stringify(claims, null, 4))],
    ['payload-reserialized', 'with ", " and ": "', withPayload(python)],
    ['payload-reserialized', 'sorted, with ", " and ": "', withPayload(pythonSorted)],
    ['payload-reserialized', 'with \\/ and \\uXXXX', withPayload(php)],
    ['payload-reserialized', 'with \\/ for /', withPayload(compact.replace('/', '\\/'))],
    [
      'payload-reserialized',
      'with \\uXXXX',
      withPayload(compact.replace('–', '\\u2013').replace('ë', '\\u00eb')),
    ],
    [
      'payload-reserialized',
      'with sorted names',
      withPayload(reorder('appKey', 'exp', 'iat', 'mn', 'role', 'sdkKey', 'tokenExp')),
    ],
    [
      'payload-reserialized',
      'the order of 2022',
      withPayload(reorder('sdkKey', 'mn', 'role', 'iat', 'exp', 'appKey', 'tokenExp')),
    ],
    [
      'payload-reserialized',
      'iat and exp first',
      withPayload(reorder('iat', 'exp', 'tokenExp', 'appKey', 'sdkKey', 'mn', 'role')),
    ],
    [
      'payload-reserialized',
      'with mn of the other type',
      withPayload(compact.replace('"98765432101"', '98765432101')),
    ],
    [
      'payload-reserialized',
      'with role of the other type',
      withPayload(compact.replace('"role":0', '"role":"0"')),
    ],
    [
      'payload-reserialized',
      'header {"typ":"JWT","alg":"HS256"}',
      withMacOf(`${encode('{"typ":"JWT","alg":"HS256"}')}.${encode(compact)}`),
    ],
    [
      'payload-reserialized',
      'both parts with ", " and ": "',
      withMacOf(`${encode('{"alg": "HS256", "typ": "JWT"}')}.${encode(python)}`),
    ],
    ['signed-wrong-message', 'payload alone', withMacOf(encode(compact))],
    ['signed-wrong-message', 'header alone', withMacOf(header)],
    ['signed-wrong-message', 'payload.header', withMacOf(`${encode(compact)}.${header}`)],
    [
      'signed-wrong-message',
      'header and payload without a dot',
      withMacOf(header + encode(compact)),
    ],
    [
      'signed-wrong-message',
      'the JSON texts, not encoded',
      withMacOf(`{"alg":"HS256","typ":"JWT"}.${compact}`),
    ],
    ['signed-wrong-message', 'the JSON of the payload', withMacOf(compact)],
    [
      'signed-wrong-message',
      'base64 of header.payload',
      withMacOf(standard(`${header}.${encode(compact)}`)),
    ],
    [
      'signed-wrong-message',
      'the parts with the standard alphabet and =',
      withMacOf(`${standard('{"alg":"HS256","typ":"JWT"}')}.${standard(compact)}`),
    ],
    [
      'signed-wrong-message',
      'header.payload and a line feed',
      withMacOf(`${header}.${encode(compact)}\n`),
    ],
  ])('%s: %s', (code, seen, text) => {
    const { issues, mac } = inspect(text, { currentDate, secret })
    expect(mac).toBe('mismatch')
    expect(issues.map((issue) => issue.code)).toEqual([code])
    expect(
      issues[0]?.evidence[0]?.seen.replace(/^payload (?=indented|with|sorted|the|iat)/, ''),
    ).toBe(seen)
  })

  test.each([
    ['a tab after it', `${secret}\t`],
    ['a carriage return after it', `${secret}\r`],
    ['a line feed before it', `\n${secret}`],
    ['a byte order mark before it', `\ufeff${secret}`],
    ['a space on both sides', ` ${secret} `],
    ['backticks around it', `\`${secret}\``],
    ['double quotes and a line feed', `"${secret}"\n`],
    ['the text undefined', 'undefined'],
    ['the text None', 'None'],
    ['the text NaN', 'NaN'],
    ['the key in its place', key],
    ['your-256-bit-secret', 'your-256-bit-secret'],
  ])('the secret was used with a mistake: %s', (seen, used) => {
    const { issues, mac } = inspect(makeJwt(soundClaims, undefined, used), { currentDate, secret })
    expect(mac).toBe('mismatch')
    expect(issues[0]?.evidence[0]).toMatchObject({ field: 'secret', seen })
  })
})

describe('the old signature is explained alike', () => {
  test.each([
    ['secret-whitespace', makeLegacy({ apiSecret: `${secret}\n` })],
    ['secret-quoted', makeLegacy({ apiSecret: `"${secret}"` })],
    ['secret-empty', makeLegacy({ apiSecret: 'undefined' })],
    ['secret-is-key', makeLegacy({ apiSecret: 'FAKE_api_key_22_chars0' })],
    [
      'signed-wrong-message',
      makeLegacy({
        prepare: (message) => Buffer.from(message).toString('base64').replace(/=+$/, ''),
      }),
    ],
    ['secret-mismatch', makeLegacy({ apiSecret: 'of another app' })],
  ])('%s', (code, text) => {
    const { issues, mac } = inspect(text, { currentDate, secret })
    expect(mac).toBe('mismatch')
    expect(issues.map((issue) => issue.code)).toEqual(['legacy-signature', code])
  })

  test('hex over the raw message, as in Python copies', () => {
    const text = makeLegacy({
      prepare: (message) => message,
      digest: (message) => sign(message, secret, 'hex'),
    })
    expect(inspect(text, { currentDate, secret }).issues.map(({ code }) => code)).toEqual([
      'legacy-signature-raw-message',
      'legacy-signature-hex-mac',
    ])
  })
})

describe('no report has the secret in it', () => {
  const canary = 'CANARY_secret_that_no_report_may_have'
  test.each([
    ['as a claim', makeJwt({ ...soundClaims, appKey: canary, sdkKey: canary }, undefined, key)],
    ['as one of two keys', makeJwt({ ...soundClaims, sdkKey: canary })],
    ['as the number', makeJwt({ ...soundClaims, mn: canary })],
    ['as the name of a claim', makeJwt({ [canary]: 1 })],
    ['as the key of an old signature', makeLegacy({ apiKey: canary })],
    ['as the whole text', canary],
    ['before the token', `${canary}.${makeJwt()}`],
    ['as alg', makeJwt(soundClaims, { alg: canary })],
    ['nowhere', makeJwt()],
  ])('%s', (_, text) => {
    const { fields, issues, explanation, wrappers } = inspect(text, {
      currentDate,
      secret: canary,
      expected: { sdkKey: key },
    })
    expect(JSON.stringify({ fields, issues, explanation, wrappers })).not.toContain(canary)
  })

  test('a secret in the place of the key is told', () => {
    const text = makeJwt({ ...soundClaims, appKey: canary, sdkKey: canary }, undefined, key)
    const { issues } = inspect(text, { currentDate, secret: canary, expected: { sdkKey: key } })
    expect(issues[0]?.code).toBe('credentials-swapped')
  })
})

test('without a secret the MAC is unknown, never right', () => {
  for (const text of [token, makeLegacy(), withMacOf('x'), 'undefined']) {
    expect(inspect(text, { currentDate }).mac).toBe('unknown')
  }
})
