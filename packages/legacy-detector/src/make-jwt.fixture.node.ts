import { createHmac } from 'node:crypto'

/** Tokens for tests, made with node:crypto alone: none of the code under test takes part. */

export const key = 'FAKE_client_id_22chars'
export const secret = 'FAKE_client_secret_32_chars_long'
// No round number, and no multiple of 128 with or without 30 s: those mean something.
export const issuedAt = 1_700_000_217

/** One minute after the tokens were issued. */
export const currentDate: Date = new Date((issuedAt + 60) * 1000)

type Claims = Record<string, unknown>

export const soundClaims: Claims = {
  appKey: key,
  sdkKey: key,
  mn: '98765432101',
  role: 0,
  iat: issuedAt,
  exp: issuedAt + 7200,
  tokenExp: issuedAt + 7200,
}

export const encode = (text: string): string => Buffer.from(text).toString('base64url')

export const sign = (
  message: string,
  signingKey: string | Uint8Array = secret,
  encoding: 'base64url' | 'base64' | 'hex' = 'base64url',
): string => createHmac('sha256', signingKey).update(message).digest(encoding)

/** A JWT of any claims and header; sound where nothing is given. */
export function makeJwt(
  claims: unknown = soundClaims,
  header: unknown = { alg: 'HS256', typ: 'JWT' },
  signingKey: string | Uint8Array = secret,
): string {
  const message = `${encode(JSON.stringify(header))}.${encode(JSON.stringify(claims))}`
  return `${message}.${sign(message, signingKey)}`
}

/** A sound token but for the claims given; `undefined` takes a claim out. */
export function makeJwtWith(changes: Claims): string {
  return makeJwt({ ...soundClaims, ...changes })
}

interface LegacyParts {
  readonly apiKey?: string
  readonly apiSecret?: string
  readonly meetingNumber?: string
  readonly timestamp?: string
  readonly role?: string
  /** How the MAC is made and written; HMAC-SHA256 in base64 where absent. */
  readonly digest?: (message: string) => string
  /** What is done to the message first; base64 where absent. */
  readonly prepare?: (message: string) => string
}

/** The old signature by the first official recipe, in Node's words. */
export function makeLegacy({
  apiKey = 'FAKE_api_key_22_chars0',
  apiSecret = secret,
  meetingNumber = '98765432101',
  timestamp = (issuedAt * 1000).toString(),
  role = '0',
  digest = (message) => sign(message, apiSecret, 'base64'),
  prepare = (message) => Buffer.from(message).toString('base64'),
}: LegacyParts = {}): string {
  const mac = digest(prepare(apiKey + meetingNumber + timestamp + role))
  return Buffer.from([apiKey, meetingNumber, timestamp, role, mac].join('.')).toString('base64')
}
