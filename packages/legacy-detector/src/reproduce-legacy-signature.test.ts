import samples from '@sigshift/vectors/samples.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { detect } from './detect.ts'
import type { LegacyDetection } from './detection.ts'
import { inspect } from './inspect.ts'
import { type LegacyVariantName, legacyVariants } from './legacy-variants.ts'
import { sign } from './make-jwt.fixture.node.ts'
import { legacyTimestamp, reproduceLegacySignature } from './reproduce-legacy-signature.ts'

const inputs = {
  key: 'FAKE_api_key_22_chars0',
  secret: 'FAKE_api_secret_36_characters_long_0',
  meetingNumber: '123456789',
  timestamp: 1700000000000,
  role: 0,
}
const sampleOf = (id: string): string =>
  samples.computed.find((sample) => sample.id === id)?.signature ?? 'no such sample'
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const lines = (text: string): string => text.replace(/.{1,60}/g, '$&\n')
const plain = 'FAKE_api_key_22_chars0.123456789.1700000000000.0'
const concatenated = plain.replaceAll('.', '')
const hmac = (message: string, encoding: 'base64' | 'hex' = 'base64'): string =>
  sign(message, inputs.secret, encoding)

describe('each variant is made byte for byte', () => {
  test.each<[LegacyVariantName, string]>([
    ['node', sampleOf('legacy-node-padded')],
    ['node-2020-03-02', sampleOf('legacy-node-padded')],
    ['ruby', sampleOf('legacy-node-padded')],
    ['javascript', sampleOf('legacy-php-java-python-unpadded')],
    ['php', sampleOf('legacy-php-java-python-unpadded')],
    ['java', sampleOf('legacy-php-java-python-unpadded')],
    ['python', sampleOf('legacy-php-java-python-unpadded')],
    ['python-utcnow', sampleOf('legacy-php-java-python-unpadded')],
    ['csharp', sampleOf('legacy-php-java-python-unpadded')],
    ['sdk-1.7.0', sampleOf('legacy-php-java-python-unpadded')],
    ['sdk-1.7.10', sampleOf('legacy-php-java-python-unpadded')],
    ['sdk-2.1.0', sampleOf('legacy-php-java-python-unpadded')],
    ['csharp-raw-message', sampleOf('legacy-csharp-raw-message')],
    ['hex-mac', sampleOf('legacy-hash-hex')],
    ['node-five-arguments', sampleOf('legacy-docs-bug-node')],
    ['hex-mac-raw-message', base64(`${plain}.${hmac(concatenated, 'hex')}`)],
    [
      'base64-of-hex-mac',
      Buffer.from(`${plain}.${base64(hmac(base64(concatenated), 'hex'))}`).toString('base64url'),
    ],
    ['not-encoded', `${plain}.${hmac(base64(concatenated))}`],
    ['ruby-encode64', lines(base64(`${plain}.${lines(hmac(lines(base64(concatenated))))}`))],
  ])('%s', (variant, signature) => {
    expect(reproduceLegacySignature({ ...inputs, variant })).toBe(signature)
  })

  test('seconds', () => {
    const timestamp = legacyTimestamp('seconds', new Date(inputs.timestamp))
    expect(reproduceLegacySignature({ ...inputs, variant: 'seconds', timestamp })).toBe(
      sampleOf('legacy-seconds'),
    )
  })

  test('six fields', () => {
    const fields = 'FAKE_api_key_22_chars0.123456789.1700000000.1700007200.0'
    const mac = hmac(base64(fields.replaceAll('.', '')))
    expect(
      reproduceLegacySignature({ ...inputs, variant: 'six-fields', timestamp: 1700000000 }),
    ).toBe(base64(`${fields}.${mac}`))
  })

  test('a variant that is no row is refused', () => {
    const variant = 'perl' as LegacyVariantName
    expect(() => reproduceLegacySignature({ ...inputs, variant })).toThrow(RangeError)
    expect(() => legacyTimestamp(variant, new Date(0))).toThrow(RangeError)
  })
})

describe('each variant is read back', () => {
  const currentDate = new Date(inputs.timestamp + 60_000)
  test.each(legacyVariants.map((variant) => [variant.name, variant] as const))(
    '%s',
    (name, row) => {
      const timestamp = legacyTimestamp(name, new Date(inputs.timestamp))
      const signature = reproduceLegacySignature({ ...inputs, variant: name, timestamp })
      const detection = detect(signature) as LegacyDetection
      expect(detection.format).toBe('legacy')
      expect(detection.fields.key).toBe(inputs.key)
      if (row.fields === 'key') return
      expect(detection.fields.meetingNumber).toBe(inputs.meetingNumber)
      expect(detection.fields.role).toBe('0')
      const { issues } = inspect(signature, { currentDate, secret: inputs.secret })
      expect(issues.map(({ code }) => code)).not.toContain('secret-mismatch')
    },
  )

  test('names are unique', () => {
    expect(new Set(legacyVariants.map(({ name }) => name)).size).toBe(legacyVariants.length)
  })
})

describe('timestamps follow the habit of the variant', () => {
  const at = new Date(1_700_000_000_789)
  test.each<[LegacyVariantName, number]>([
    ['javascript', 1_700_000_000_789],
    ['node', 1_699_999_970_789],
    ['php', 1_699_999_970_000],
    ['sdk-1.7.0', 1_699_999_990_789],
    ['sdk-2.1.0', 1_699_999_700_789],
    ['seconds', 1_700_000_000],
  ])('%s', (variant, timestamp) => {
    expect(legacyTimestamp(variant, at)).toBe(timestamp)
  })

  test.each([
    ['America/Sao_Paulo', -180, 10_800_000],
    ['Asia/Kolkata', 330, -19_800_000],
  ])('utcnow().timestamp() in %s', (_, utcOffsetMinutes, shift) => {
    expect(legacyTimestamp('python-utcnow', at, utcOffsetMinutes) - at.getTime()).toBe(shift)
  })
})
