import { Base64 } from 'js-base64'
import { hmacSha256 } from '#hmac-sha256'
import { withoutPadding } from './decode-base64.ts'
import { type LegacyVariant, type LegacyVariantName, legacyVariants } from './legacy-variants.ts'

/** What goes into an old signature. */
export interface LegacyInput {
  readonly variant: LegacyVariantName
  /** API key of the JWT app. */
  readonly key: string
  /** API secret of the JWT app. */
  readonly secret: string
  readonly meetingNumber: string | number
  /** As it stands in the token; {@link legacyTimestamp} gives what the variant makes of a clock. */
  readonly timestamp: string | number
  readonly role: string | number
}

const encoder = new TextEncoder()
const sixFieldLifetime = 7200

function wrapLines(text: string): string {
  return text.replace(/.{1,60}/g, '$&\n')
}

const messageForms: Record<LegacyVariant['message'], (text: string) => string> = {
  base64: (text) => Base64.encode(text),
  'base64-lines': (text) => wrapLines(Base64.encode(text)),
  raw: (text) => text,
}

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const digestForms: Record<LegacyVariant['digest'], (bytes: Uint8Array) => string> = {
  base64: (bytes) => Base64.fromUint8Array(bytes),
  'base64-lines': (bytes) => wrapLines(Base64.fromUint8Array(bytes)),
  hex: toHex,
  'base64-of-hex': (bytes) => Base64.encode(toHex(bytes)),
}

const outerForms: Record<LegacyVariant['outer'], (text: string) => string> = {
  base64: (text) => Base64.encode(text),
  'base64-unpadded': (text) => withoutPadding(Base64.encode(text)),
  'base64url-unpadded': (text) => Base64.encodeURI(text),
  'base64-lines': (text) => wrapLines(Base64.encode(text)),
  none: (text) => text,
}

type Layout = Exclude<LegacyVariant['fields'], 'key'>

const fieldForms: Record<Layout, (input: LegacyInput) => readonly string[]> = {
  'key.mn.ts.role.mac': ({ key, meetingNumber, timestamp, role }) =>
    [key, meetingNumber, timestamp, role].map(String),
  'key.mn.iat.exp.role.mac': ({ key, meetingNumber, timestamp, role }) =>
    [key, meetingNumber, timestamp, Number(timestamp) + sixFieldLifetime, role].map(String),
}

function rowOf(name: LegacyVariantName): LegacyVariant {
  const row = legacyVariants.find((variant) => variant.name === name)
  if (!row) throw new RangeError(`unknown variant ${name}`)
  return row
}

/**
 * Makes the old Web SDK signature byte for byte as the variant made it. For comparison only: no
 * current SDK takes one.
 *
 * @throws {RangeError} where the variant is not a row of `legacyVariants`.
 *
 * @example
 * ```ts
 * import { reproduceLegacySignature } from '@sigshift/legacy-detector'
 *
 * const signature = reproduceLegacySignature({
 *   variant: 'node',
 *   key: 'FAKE_api_key_22_chars0',
 *   secret: 'FAKE_api_secret_36_characters_long_0',
 *   meetingNumber: '123456789',
 *   timestamp: 1700000000000,
 *   role: 0,
 * })
 * signature.slice(0, 30) // => 'RkFLRV9hcGlfa2V5XzIyX2NoYXJzMC'
 * ```
 */
export function reproduceLegacySignature(input: LegacyInput): string {
  const row = rowOf(input.variant)
  const encodeOuter = outerForms[row.outer]
  if (row.fields === 'key') return encodeOuter(input.key)
  const fields = fieldForms[row.fields](input)
  const message = messageForms[row.message](fields.join(''))
  const mac = hmacSha256(encoder.encode(input.secret), encoder.encode(message))
  return encodeOuter([...fields, digestForms[row.digest](mac)].join('.'))
}

/**
 * The timestamp that a variant writes at a moment: epoch milliseconds, or seconds where that is its
 * mistake. `utcOffsetMinutes` is the host's time zone, for the variant that takes local time for UTC.
 *
 * @throws {RangeError} where the variant is not a row of `legacyVariants`.
 *
 * @example
 * ```ts
 * import { legacyTimestamp } from '@sigshift/legacy-detector'
 *
 * legacyTimestamp('node', new Date(1700000000000)) // => 1699999970000
 * ```
 */
export function legacyTimestamp(
  variant: LegacyVariantName,
  date: Date,
  utcOffsetMinutes = 0,
): number {
  const { unit, offsetMs, stepMs, localTime } = rowOf(variant).timestamp
  // utcnow().timestamp() reads UTC wall time as local, so it is late by the zone's offset.
  const zone = localTime ? -utcOffsetMinutes * 60_000 : 0
  const ms = Math.floor(date.getTime() / stepMs) * stepMs + offsetMs + zone
  return unit === 's' ? Math.floor(ms / 1000) : ms
}
