import { createHmac } from 'node:crypto'
import vectors from '@sigshift/vectors/tokens.json' with { type: 'json' }
import fc from 'fast-check'
import { jwtVerify } from 'jose'
import { expect, test, vi } from 'vitest'
import * as async from './index.ts'
import * as sync from './sync.ts'

const creators = {
  'meeting-sdk': ['createSigner', async.createSigner, sync.createSigner],
  'video-sdk': ['createVideoSigner', async.createVideoSigner, sync.createVideoSigner],
  cobrowse: ['createCobrowseSigner', async.createCobrowseSigner, sync.createCobrowseSigner],
} as const

const credentials = {
  sdkKey: 'xu3JPaA_RJW2-9l5_HAaLA',
  sdkSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
}
const clock = (): Date => new Date(1_700_000_000_000)

test.each(vectors.vectors)(
  '$profile, $name: both signers give the bytes of the vector',
  async (vector) => {
    const [, createAsync, createSync] = creators[vector.profile as keyof typeof creators]
    const options = { ...vector.credentials, clock: () => new Date(vector.nowMs) }
    const input = vector.input as never
    expect(createSync(options).sign(input)).toBe(vector.token)
    expect(await createAsync(options).sign(input)).toBe(vector.token)
  },
)

test('without a clock the token is of now', async () => {
  const token = await async
    .createSigner(credentials)
    .sign({ meetingNumber: '84512367890', role: 0 })
  const { payload, protectedHeader } = await jwtVerify(
    token,
    new TextEncoder().encode(credentials.sdkSecret),
  )
  expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'JWT' })
  expect(Math.abs((payload.iat ?? 0) + 30 - Date.now() / 1000)).toBeLessThan(5)
})

test('a clock that gives no date is a mistake of the program', () => {
  const signer = sync.createSigner({ ...credentials, clock: () => new Date(Number.NaN) })
  const sign = (): string => signer.sign({ meetingNumber: '1', role: 0 })
  expect(sign).toThrow(new TypeError('clock gave no date'))
})

test.each([
  [{ role: 0 }, 'mn-missing', 'mn'],
  [{ meetingNumber: '12 34x', role: 0 }, 'mn-not-digits', 'mn'],
  [{ meetingNumber: '1' }, 'role-invalid', 'role'],
  [{ meetingNumber: '1', role: '0' }, 'role-as-string', 'role'],
  [{ meetingNumber: '1', role: 0, expirationSeconds: 1800 }, 'lifetime-at-minimum', 'exp'],
  [{ meetingNumber: '1', role: 0, videoWebRtcMode: 2 }, 'claim-invalid', 'video_webrtc_mode'],
  [{ meetingNumber: '1', role: 0, host: 1 }, 'request-member-unknown', undefined],
  [undefined, 'request-body-invalid', undefined],
])('%j is refused with its code and claim', async (input, code, claim) => {
  const refusal = { name: 'InputError', code, claim }
  expect(() => sync.createSigner(credentials).sign(input as never)).toThrow(
    expect.objectContaining(refusal),
  )
  await expect(async.createSigner(credentials).sign(input as never)).rejects.toMatchObject(refusal)
})

test('an InputError says what was given and what is wanted, and is told apart by class', () => {
  const sign = (): string =>
    sync.createSigner(credentials).sign({ meetingNumber: '1abc', role: 2 as never })
  expect(sign).toThrow(sync.InputError)
  expect(sign).toThrow(sync.SignatureError)
  expect(sign).not.toThrow(sync.CredentialsError)
  expect(sign).toThrow(
    'meetingNumber is "1abc", wanted 1 to 12 digits [mn-not-digits]; ' +
      'role is 2, wanted 0 (participant) or 1 (host) [role-invalid]',
  )
})

test.each([
  [{ sdkKey: '' }, 'key-empty'],
  [{ sdkKey: undefined }, 'key-empty'],
  [{ sdkKey: ' k ' }, 'key-whitespace'],
  [{ sdkKey: '"k"' }, 'key-quoted'],
  [{ sdkKey: 'SDK_KEY_HERE' }, 'placeholder-key'],
  [{ sdkSecret: '' }, 'secret-empty'],
  [{ sdkSecret: '  ' }, 'secret-empty'],
  [{ sdkSecret: null }, 'secret-empty'],
  [{ sdkSecret: 'Qk8d2vYw0LzN\n' }, 'secret-whitespace'],
  [{ sdkSecret: '\ufeffQk8d2vYw0LzN' }, 'secret-whitespace'],
  [{ sdkSecret: "'Qk8d2vYw0LzN'" }, 'secret-quoted'],
  [{ sdkSecret: 'YOUR_SDK_SECRET' }, 'placeholder-secret'],
  [{ sdkSecret: credentials.sdkKey }, 'secret-is-key'],
])('credentials with %j are refused at creation as %s', (change, code) => {
  for (const [name, createAsync, createSync] of Object.values(creators)) {
    for (const create of [createAsync, createSync]) {
      const act = (): unknown => create({ ...credentials, ...(change as object) })
      expect(act, name).toThrow(expect.objectContaining({ name: 'CredentialsError', code }))
    }
  }
})

const bareText = 'the bare text on the credentials page'

test.each([
  [{ sdkKey: '', sdkSecret: '' }, ['key-empty', 'secret-empty'], 'empty or not text'],
  [
    { sdkKey: 'k\u2060', sdkSecret: '\tsecret' },
    ['key-whitespace', 'secret-whitespace'],
    'surrounded by white space',
  ],
  [{ sdkKey: '`k`', sdkSecret: '"a\nb"' }, ['key-quoted', 'secret-quoted'], 'surrounded by quotes'],
  [
    { sdkKey: '<key>', sdkSecret: '%SECRET%' },
    ['placeholder-key', 'placeholder-secret'],
    'a placeholder',
  ],
])('%j: both are told, by what was seen and never by their text', (given, codes, seen) => {
  expect(async.checkCredentials(given)).toEqual([
    { code: codes[0], evidence: [{ field: 'sdkKey', seen, wanted: bareText }] },
    { code: codes[1], evidence: [{ field: 'sdkSecret', seen, wanted: bareText }] },
  ])
})

test('one text in both places is told of the secret', () => {
  expect(async.checkCredentials({ sdkKey: 'same', sdkSecret: 'same' })).toEqual([
    {
      code: 'secret-is-key',
      evidence: [{ field: 'sdkSecret', seen: 'the same as sdkKey', wanted: bareText }],
    },
  ])
})

test('white space and quotes inside, or quotes on one side, are no fault that can be seen', () => {
  for (const text of ['a b', '"a"b', 'a"b"', '"ab', "ab'", `"ab'`, 'a\u200bb']) {
    expect(async.checkCredentials({ sdkKey: text, sdkSecret: 'secret-of-it' })).toEqual([])
  }
})

test('the key that WebCrypto holds cannot be taken out again', async () => {
  const importKey = vi.spyOn(crypto.subtle, 'importKey')
  await async.createSigner(credentials).sign({ meetingNumber: '1', role: 0 })
  const keys = await Promise.all(importKey.mock.results.map((result) => result.value))
  expect(keys).toMatchObject([{ extractable: false, usages: ['sign'] }])
})

test('an optional member that is absent leaves no claim', () => {
  const token = sync.createVideoSigner(credentials).sign({ sessionName: 'stand-up', role: 0 })
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  expect(Object.keys(claims)).toEqual(['app_key', 'role_type', 'tpc', 'version', 'iat', 'exp'])
})

const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true })
const right = fc.record(
  {
    meetingNumber: fc.oneof(fc.bigInt(0n, 10n ** 12n - 1n).map(String), fc.nat()),
    role: fc.constantFrom(0, 1),
    expirationSeconds: fc.integer({ min: 1801, max: 172_800 }),
    videoWebRtcMode: fc.constantFrom(0, 1),
  },
  { requiredKeys: ['meetingNumber', 'role'] },
)
const nearlyRight = fc.record(
  {
    meetingNumber: fc.oneof(fc.bigInt(0n, 10n ** 14n).map(String), fc.integer(), anything),
    role: fc.oneof(fc.constantFrom(0, 1), anything),
    expirationSeconds: fc.oneof(fc.integer({ min: 1700, max: 173_000 }), anything),
    videoWebRtcMode: fc.oneof(fc.constantFrom(0, 1), anything),
    other: anything,
  },
  { requiredKeys: [] },
)

const runs = Number(process.env.SIGSHIFT_SIGN_RUNS ?? 20_000)

test(`${runs} random inputs give a token within the rules or a typed error, and no secret gets out`, () => {
  const { sign } = sync.createSigner({ ...credentials, clock })
  let tokens = 0
  const secretText = fc.constant(credentials.sdkSecret)
  const withSecret = fc.record({
    meetingNumber: secretText,
    role: secretText,
    [credentials.sdkSecret]: secretText,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        { weight: 6, arbitrary: nearlyRight },
        { weight: 2, arbitrary: right },
        anything,
        withSecret,
      ),
      (input) => {
        let token: string
        try {
          token = sign(input as never)
        } catch (error) {
          expect(error).toBeInstanceOf(sync.InputError)
          const { message, stack, issues } = error as sync.InputError
          expect(`${message}${stack}${JSON.stringify(issues)}`).not.toContain(credentials.sdkSecret)
          return
        }
        tokens += 1
        const [header, payload, mac] = token.split('.') as [string, string, string]
        const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
        expect(claims.mn).toMatch(/^[0-9]{1,12}$/)
        expect([0, 1]).toContain(claims.role)
        expect(claims.role).toBe((input as { role: number }).role)
        expect(claims.iat).toBe(1_699_999_970)
        expect(claims.exp - claims.iat).toBeGreaterThan(1800)
        expect(claims.exp - claims.iat).toBeLessThanOrEqual(172_800)
        expect(claims.tokenExp).toBe(claims.exp)
        expect([claims.appKey, claims.sdkKey]).toEqual([credentials.sdkKey, credentials.sdkKey])
        expect(mac).toBe(
          createHmac('sha256', credentials.sdkSecret)
            .update(`${header}.${payload}`)
            .digest('base64url'),
        )
      },
    ),
    { numRuns: runs },
  )
  expect(tokens).toBeGreaterThan(runs / 20)
})
