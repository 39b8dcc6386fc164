import { createHmac } from 'node:crypto'
import { createCobrowseSigner, createSigner, createVideoSigner } from '@sigshift/signer/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspect } from './inspect.ts'

const sdkKey = 'xu3JPaA_RJW2-9l5_HAaLA'
const sdkSecret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
const numRuns = Number(process.env.SIGSHIFT_SIGN_RUNS ?? 1000)

const moments = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const lifetimes = fc.integer({ min: 1801, max: 172_800 })
const inputs = fc.record(
  {
    meetingNumber: fc.bigInt(0n, 10n ** 12n - 1n).map(String),
    role: fc.constantFrom(0 as const, 1 as const),
    expirationSeconds: lifetimes,
    videoWebRtcMode: fc.constantFrom(0 as const, 1 as const),
  },
  { requiredKeys: ['meetingNumber', 'role', 'expirationSeconds'] },
)
type Claims = Record<string, unknown>

function sign(
  currentDate: Date,
  input: Parameters<ReturnType<typeof createSigner>['sign']>[0],
): string {
  return createSigner({ sdkKey, sdkSecret, clock: () => currentDate }).sign(input)
}

/** The same token with other claims, made without the signer. */
function withClaims(token: string, change: (claims: Claims) => Claims): string {
  const [header, payload] = token.split('.') as [string, string]
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
  const text = `${header}.${Buffer.from(JSON.stringify(change(claims))).toString('base64url')}`
  return `${text}.${createHmac('sha256', sdkSecret).update(text).digest('base64url')}`
}

test('every signed token is found to be what it is, sound and verified, until the moment it ends', () => {
  fc.assert(
    fc.property(moments, inputs, fc.nat(), (currentDate, input, later) => {
      const token = sign(currentDate, input)
      // `exp` is counted from half a minute before the clock.
      const seconds = later % (input.expirationSeconds - 31)
      const at = new Date(currentDate.getTime() + seconds * 1000)
      const expected = { sdkKey, meetingNumber: input.meetingNumber }
      expect(inspect(token, { currentDate: at, secret: sdkSecret, expected })).toMatchObject({
        format: 'jwt',
        kind: 'meeting-sdk',
        wrappers: [],
        issues: [],
        mac: 'verified',
        fields: { key: sdkKey, meetingNumber: input.meetingNumber, role: String(input.role) },
      })
      const end = new Date(
        (Math.floor(currentDate.getTime() / 1000) - 30 + input.expirationSeconds) * 1000,
      )
      expect(inspect(token, { currentDate: end }).issues.map(({ code }) => code)).toEqual([
        'expired',
      ])
    }),
    { numRuns },
  )
})

test('tokens of the other products are sound there, and told as what they are here', () => {
  const clock = (): Date => new Date('2026-11-24T10:00:00Z')
  const options = { sdkKey, sdkSecret, clock }
  const video = createVideoSigner(options)
  const cobrowse = createCobrowseSigner(options)
  const text = (maxLength: number): fc.Arbitrary<string> => fc.string({ minLength: 1, maxLength })
  fc.assert(
    fc.property(text(200), text(35), lifetimes, (sessionName, userId, expirationSeconds) => {
      for (const [token, kind, code] of [
        [video.sign({ sessionName, role: 1, expirationSeconds }), 'video-sdk', 'video-sdk-token'],
        [cobrowse.sign({ userId, role: 2, expirationSeconds }), 'cobrowse', 'cobrowse-token'],
      ] as const) {
        const { issues, ...found } = inspect(token, { currentDate: clock() })
        expect(found).toMatchObject({ format: 'jwt', kind, fields: { key: sdkKey } })
        expect(issues.map((issue) => issue.code)).toEqual([code])
      }
    }),
    { numRuns },
  )
})

const without =
  (name: string) =>
  ({ [name]: _, ...claims }: Claims): Claims =>
    claims
const put =
  (change: Claims) =>
  (claims: Claims): Claims => ({ ...claims, ...change })
const shift =
  (seconds: number) =>
  ({ iat, exp, tokenExp, ...claims }: Claims): Claims => ({
    ...claims,
    iat: Number(iat) + seconds,
    exp: Number(exp) + seconds,
    tokenExp: Number(tokenExp) + seconds,
  })
const lasting =
  (seconds: number) =>
  (claims: Claims): Claims => ({
    ...claims,
    exp: Number(claims.iat) + seconds,
    tokenExp: Number(claims.iat) + seconds,
  })
const rename =
  (from: string, to: string) =>
  ({ [from]: value, ...claims }: Claims): Claims => ({
    ...claims,
    [to]: value,
  })

/** One claim is damaged; the code is that of Zoom's rule for this claim. */
const damages: [string, string, (n: number) => (claims: Claims) => Claims][] = [
  ['mn is missing', 'mn-missing', () => without('mn')],
  ['mn is grouped', 'mn-not-digits', () => put({ mn: '845 1236 7890' })],
  ['mn has 13 digits', 'mn-not-digits', (n) => put({ mn: String(10 ** 12 + n) })],
  ['mn is a UUID', 'mn-not-digits', () => put({ mn: 'Yz5u7GGZT1qYGPyTLKzLbg==' })],
  ['mn under its input name', 'claim-misnamed', () => rename('mn', 'meetingNumber')],
  ['appKey in lower case', 'claim-misnamed', () => rename('appKey', 'appkey')],
  ['appKey is missing', 'app-key-missing', () => without('appKey')],
  ['appKey is a number', 'app-key-missing', (n) => put({ appKey: n })],
  ['sdkKey is another', 'key-mismatch', (n) => put({ sdkKey: `another-${n}` })],
  ['role is missing', 'role-invalid', () => without('role')],
  ['role is another number', 'role-invalid', (n) => put({ role: n + 2 })],
  ['role is a boolean', 'role-invalid', () => put({ role: true })],
  ['role is text', 'role-as-string', (n) => put({ role: String(n % 2) })],
  ['iat is missing', 'time-missing', () => without('iat')],
  ['exp is missing', 'time-missing', () => without('exp')],
  ['iat is text', 'time-not-integer', () => put({ iat: '1700000000' })],
  ['exp has a fraction', 'time-not-integer', (n) => put({ exp: 4e9 + n + 0.5, tokenExp: 5e9 })],
  ['it ends after ten minutes', 'lifetime-too-short', (n) => lasting(31 + (n % 1700))],
  ['it lasts 1800 seconds', 'lifetime-at-minimum', () => lasting(1800)],
  ['it lasts three days', 'lifetime-too-long', (n) => lasting(172_801 + (n % 80_000))],
  ['it is of ten minutes ahead', 'iat-in-future', (n) => shift(130 + (n % 600))],
  ['tokenExp is before exp', 'token-exp-invalid', (n) => put({ tokenExp: n })],
  ['tokenExp is missing', 'token-exp-invalid', () => without('tokenExp')],
  ['video_webrtc_mode is 2', 'claim-invalid', () => put({ video_webrtc_mode: 2 })],
]

test.each(damages)('%s: %s comes first, and the MAC still verifies', (_, code, damage) => {
  fc.assert(
    fc.property(moments, inputs, fc.nat({ max: 1_000_000 }), (currentDate, input, n) => {
      const token = withClaims(sign(currentDate, input), damage(n))
      const { issues, mac } = inspect(token, { currentDate, secret: sdkSecret })
      expect(issues[0]?.code).toBe(code)
      expect(mac).toBe('verified')
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  )
})

test('times in milliseconds are told as that, and nothing that follows from it', () => {
  fc.assert(
    fc.property(moments, inputs, (currentDate, input) => {
      const inMilliseconds = (claims: Claims): Claims =>
        Object.fromEntries(
          Object.entries(claims).map(([name, value]) => [
            name,
            /^(?:iat|exp|tokenExp)$/.test(name) ? Number(value) * 1000 : value,
          ]),
        )
      const token = withClaims(sign(currentDate, input), inMilliseconds)
      const { issues } = inspect(token, { currentDate })
      expect(issues.map((issue) => issue.code)).toEqual(['time-in-milliseconds'])
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  )
})
