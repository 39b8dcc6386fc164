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

  test('numbers and texts give the same', () => {
    const [variant, timestamp] = ['six-fields', 1_700_000_000] as const
    const texts = { meetingNumber: '123456789', timestamp: String(timestamp), role: '0' }
    const numbers = { meetingNumber: 123456789, timestamp, role: 0 }
    expect(reproduceLegacySignature({ ...inputs, variant, ...texts })).toBe(
      reproduceLegacySignature({ ...inputs, variant, ...numbers }),
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
    expect(() => reproduceLegacySignature({ ...inputs, variant })).toThrow('unknown variant perl')
    expect(() => legacyTimestamp(variant, new Date(0))).toThrow(RangeError)
  })
})

describe('the alphabet and the padding are those of the variant', () => {
  // Only with ~ or ? in it has base64 of ASCII a + or /.
  const key = 'FAKE~~~???'
  const text = (mac: string): string => `${key}.123456789.1700000000000.00.${mac}`
  const signed = base64(`${key}123456789170000000000000`)
  const standard = base64(text(hmac(signed)))

  test('their bytes tell them apart', () => {
    expect(standard).toMatch(/^[^+]*\+[^/]*\/.*=$/)
  })

  test.each<[LegacyVariantName[], string]>([
    [['node', 'node-2020-03-02', 'ruby'], standard],
    [['java', 'python', 'python-utcnow', 'csharp'], standard.replace(/=+$/, '')],
    [
      ['sdk-1.7.0', 'sdk-1.7.10', 'sdk-2.1.0', 'javascript', 'php'],
      Buffer.from(standard, 'base64').toString('base64url'),
    ],
  ])('%s', (variants, signature) => {
    for (const variant of variants) {
      expect(reproduceLegacySignature({ ...inputs, variant, key, role: '00' })).toBe(signature)
    }
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
    ['sdk-1.7.0', 1_699_999_990_789],
    ['sdk-1.7.10', 1_699_999_970_789],
    ['sdk-2.1.0', 1_699_999_700_789],
    ['javascript', 1_700_000_000_789],
    ['node-2020-03-02', 1_700_000_000_789],
    ['node', 1_699_999_970_789],
    ['php', 1_699_999_970_000],
    ['java', 1_700_000_000_789],
    ['python', 1_700_000_000_789],
    ['python-utcnow', 1_700_000_000_789],
    ['csharp-raw-message', 1_700_000_000_789],
    ['csharp', 1_699_999_970_789],
    ['ruby', 1_699_999_970_789],
    ['ruby-encode64', 1_699_999_970_789],
    ['node-five-arguments', 1_699_999_970_789],
    ['hex-mac', 1_700_000_000_789],
    ['hex-mac-raw-message', 1_700_000_000_789],
    ['base64-of-hex-mac', 1_700_000_000_789],
    ['not-encoded', 1_699_999_970_789],
    ['seconds', 1_700_000_000],
    ['six-fields', 1_700_000_000],
  ])('%s', (variant, timestamp) => {
    expect(legacyTimestamp(variant, at)).toBe(timestamp)
  })

  test('seconds are whole ones, rounded down', () => {
    expect(legacyTimestamp('seconds', new Date(1999))).toBe(1)
    expect(legacyTimestamp('php', new Date(1999))).toBe(-29_000)
  })

  test('the zone of the host matters to one alone', () => {
    expect(legacyTimestamp('python', at, 330)).toBe(1_700_000_000_789)
  })

  test.each([
    ['America/Sao_Paulo', -180, 10_800_000],
    ['Asia/Kolkata', 330, -19_800_000],
  ])('utcnow().timestamp() in %s', (_, utcOffsetMinutes, shift) => {
    expect(legacyTimestamp('python-utcnow', at, utcOffsetMinutes) - at.getTime()).toBe(shift)
  })
})
