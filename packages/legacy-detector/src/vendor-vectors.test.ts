import zoomPackages from '@sigshift/vectors/zoom-packages.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { detect } from './detect.ts'
import type { JwtDetection, LegacyDetection } from './detection.ts'
import { inspect } from './inspect.ts'
import type { LegacyVariantName } from './legacy-variants.ts'
import { legacyTimestamp, reproduceLegacySignature } from './reproduce-legacy-signature.ts'

type Vector = (typeof zoomPackages.vectors)[number]
type Input = Readonly<Record<string, string | number | undefined>>

const titleOf = ({ package: name, version, name: what }: Vector): string =>
  `${name} ${version}: ${what}`
const made = zoomPackages.vectors.filter(
  (vector): vector is Vector & { output: string } => typeof vector.output === 'string',
)
const legacy = made.filter((vector) => vector.function === 'generateSignature')
const jwt = made.filter((vector) => vector.function === 'generateSDKSignature')

/** The row that each published version follows, by the offset that its clock has. */
function variantOf(version: string): LegacyVariantName {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (version === '1.7.0') return 'sdk-1.7.0'
  return major === 1 || minor === 0 ? 'sdk-1.7.10' : 'sdk-2.1.0'
}

test('every vendor vector is accounted for', () => {
  expect(zoomPackages.vectors).toHaveLength(89)
  expect(legacy.length + jwt.length).toBe(made.length)
  expect(zoomPackages.vectors.length - made.length).toBe(7)
})

describe.each(legacy.map((vector) => [titleOf(vector), vector] as const))('%s', (_, vector) => {
  const { apiKey, apiSecret, meetingNumber, role } = vector.input as Input
  const secret = String(apiSecret)

  test('gives its exact fields', () => {
    const detection = detect(vector.output) as LegacyDetection
    expect(detection.format).toBe('legacy')
    expect(detection.wrappers).toEqual([])
    const { key, meetingNumber: number, role: seenRole, timestamp } = detection.fields
    expect([key, number, seenRole]).toEqual([String(apiKey), String(meetingNumber), String(role)])
    expect(timestamp).toBe(
      String(legacyTimestamp(variantOf(vector.version), new Date(vector.nowMs))),
    )
  })

  test('is reproduced byte for byte', () => {
    const variant = variantOf(vector.version)
    const timestamp = legacyTimestamp(variant, new Date(vector.nowMs))
    const signature = reproduceLegacySignature({
      variant,
      key: String(apiKey),
      secret,
      meetingNumber: String(meetingNumber),
      timestamp,
      role: String(role),
    })
    expect(signature).toBe(vector.output)
  })

  test('verifies with its secret', () => {
    const { mac, issues } = inspect(vector.output, { currentDate: new Date(vector.nowMs), secret })
    expect(mac).toBe('verified')
    expect(issues[0]?.code).toMatch(/^legacy-signature/)
  })
})

describe.each(jwt.map((vector) => [titleOf(vector), vector] as const))('%s', (_, vector) => {
  const input = vector.input as Input
  const secret = String(input.sdkSecret ?? input.clientSecret ?? input.apiSecret)

  test('is a Meeting SDK JWT whose MAC is explained', () => {
    const { kind, mac, issues } = inspect(vector.output, {
      currentDate: new Date(vector.nowMs),
      secret,
    })
    const codes = issues.map(({ code }) => code)
    expect(kind).toBe('meeting-sdk')
    expect(codes).not.toContain('secret-mismatch')
    // jsrsasign, which Zoom's SDK uses, takes an all-hex secret for hex and cuts others to low bytes.
    const isHex = /^(?:[0-9a-f]{2})+$/i.test(secret)
    const isAscii = /^\p{ASCII}*$/u.test(secret)
    if (isHex) expect(codes).toContain('secret-hex-decoded')
    else if (!isAscii) expect(codes).toContain('secret-low-byte')
    else expect(mac).toBe('verified')
  })

  test('gives the claims that it was asked for', () => {
    const { claims } = detect(vector.output) as JwtDetection
    expect(claims).toMatchObject({ mn: input.meetingNumber })
    expect(claims?.sdkKey).toBe(input.sdkKey ?? input.clientId ?? input.apiKey)
  })
})
