import { describe, expect, test } from 'vitest'
import { codesOf, type Proof, proofsOf } from './evidence.fixture.node.ts'
import { inspect } from './inspect.ts'
import { currentDate, issuedAt, key, makeLegacy, secret, sign } from './make-jwt.fixture.node.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const now = currentDate.getTime()
const hybrid = (apiKey: string): string =>
  base64(`${apiKey}.98765432101.${issuedAt}.${issuedAt + 7200}.0.${sign('x', secret, 'base64')}`)
const key36 = 'FAKE_sdk_key_36_characters_long_0000'

describe('the layout is told once, in its most special form', () => {
  const layout = (seen: string): Proof => ['format', seen, 'a Meeting SDK JWT']
  test.each<[string, string, Proof]>([
    ['legacy-key-only', base64('FAKE_api_key_22_chars0'), layout('base64 of a key')],
    ['legacy-hybrid', hybrid(key), layout('key.mn.iat.exp.role.mac')],
    ['legacy-signature', makeLegacy(), layout('key.mn.timestamp.role.mac')],
    [
      'legacy-signature-hex-mac',
      makeLegacy({ digest: (message) => sign(message, secret, 'hex') }),
      ['MAC', 'hex', 'base64 of 32 bytes'],
    ],
    [
      'legacy-signature-hex-mac',
      makeLegacy({ digest: (message) => base64(sign(message, secret, 'hex')) }),
      ['MAC', 'base64-of-hex', 'base64 of 32 bytes'],
    ],
    [
      'legacy-signature-hex-mac',
      makeLegacy({ digest: (message) => ` ${sign(message, secret, 'hex')}` }),
      ['MAC', 'hex', 'base64 of 32 bytes'],
    ],
    [
      'legacy-signature-with-sdk-key',
      makeLegacy({ apiKey: key36 }),
      ['key', '36 characters', 'an API key of a JWT app, 22'],
    ],
  ] as const)('%s: %s', (code, text, proof) => {
    expect(codesOf(text)).toEqual([code])
    expect(proofsOf(text, code as 'legacy-signature')).toEqual([proof])
  })

  test('two special forms are both told', () => {
    const token = makeLegacy({ apiKey: key36, digest: (message) => sign(message, secret, 'hex') })
    expect(codesOf(token)).toEqual(['legacy-signature-hex-mac', 'legacy-signature-with-sdk-key'])
  })

  test('the message without its base64 needs the secret to be seen', () => {
    const token = makeLegacy({ prepare: (message) => message })
    expect(codesOf(token)).toEqual(['legacy-signature'])
    expect(codesOf(token, { secret })).toEqual(['legacy-signature-raw-message'])
  })

  test('another secret is told behind the layout', () => {
    expect(codesOf(makeLegacy(), { secret: 'another secret' })).toEqual([
      'legacy-signature',
      'secret-mismatch',
    ])
  })

  test('key and secret in each other’s place are told behind the layout', () => {
    const token = makeLegacy({ apiKey: secret, apiSecret: key })
    expect(codesOf(token, { secret, expected: { sdkKey: key } })).toEqual([
      'legacy-signature',
      'credentials-swapped',
    ])
  })

  test('a key alone is all there is to say', () => {
    expect(codesOf(base64('FAKE_sdk_key_36_characters_long_000A'))).toEqual(['legacy-key-only'])
  })

  test('and nothing of the secret where no MAC is', () => {
    expect(codesOf(base64('FAKE_api_key_22_chars0'), { secret })).toEqual(['legacy-key-only'])
  })
})

describe('legacy-signature-with-sdk-key', () => {
  test('is told of the very key that the app has, whatever its length', () => {
    const token = makeLegacy({ apiKey: key })
    expect(proofsOf(token, 'legacy-signature-with-sdk-key', { expected: { sdkKey: key } })).toEqual(
      [['key', '22 characters', 'an API key of a JWT app, 22']],
    )
  })

  test.each([
    ['a key of 22', makeLegacy(), undefined],
    ['a key of 35', makeLegacy({ apiKey: key36.slice(1) }), undefined],
    ['a key of 37', makeLegacy({ apiKey: `${key36}0` }), undefined],
    ['another key than the one expected', makeLegacy(), key],
    ['no key, where none is expected', hybrid(''), ''],
  ])('is no issue: %s', (_, text, sdkKey) => {
    expect(codesOf(text, { expected: { sdkKey } })).not.toContain('legacy-signature-with-sdk-key')
  })
})

describe('legacy-timestamp-invalid', () => {
  const digits = 'epoch milliseconds, 13 digits'
  test.each<[string, Proof]>([
    ['', ['timestamp', 'empty', digits]],
    ['NaN', ['timestamp', 'no number', digits]],
    ['undefined', ['timestamp', 'no number', digits]],
    ['null', ['timestamp', 'no number', digits]],
    ['-1700000217000', ['timestamp', 'no number', digits]],
    ['0', ['timestamp', '1 digits, seconds', digits]],
    [String(issuedAt), ['timestamp', '10 digits, seconds', digits]],
    ['99999999999', ['timestamp', '11 digits, seconds', digits]],
    ['1583920800123.4', ['timestamp', '1583920800123.4, with a fraction', digits]],
    ['1583920800.1234', ['timestamp', '1583920800.1234, with a fraction', digits]],
    [String(now + 2001), ['timestamp', '2 seconds ahead', 'now or earlier']],
    [String(now + 60_000), ['timestamp', '1 minute ahead', 'now or earlier']],
    [String(now + 19_800_000), ['timestamp', '5 hours 30 minutes ahead', 'now or earlier']],
  ])('%j', (timestamp, proof) => {
    const token = makeLegacy({ timestamp })
    expect(proofsOf(token, 'legacy-timestamp-invalid')).toEqual([proof])
    expect(codesOf(token)).toEqual(['legacy-signature', 'legacy-timestamp-invalid'])
  })

  test.each([
    ['now', String(now)],
    ['two seconds ahead, which rounding may be', String(now + 2000)],
    ['thirty seconds ago', String(now - 30_000)],
    ['the first that is surely milliseconds', '100000000000'],
  ])('is no issue: %s', (_, timestamp) => {
    expect(codesOf(makeLegacy({ timestamp }))).toEqual(['legacy-signature'])
  })

  // PHP 8: microtime(true) * 1000, joined as text; over the secret of the fixtures.
  const byPhp =
    'RkFLRV9hcGlfa2V5XzIyX2NoYXJzMC45ODc2NTQzMjEwMS4xNTgzOTIwODAwMTIzLjQuMC5sWjE1MXNKMFRWNkE1Vk93ekdtb2VqTXBoSFBVaXN6RHpnaXR4b256OG5BPQ'

  test('a fraction is told beside a MAC that its secret proves', () => {
    const { issues, mac, fields } = inspect(byPhp, { currentDate, secret })
    expect(mac).toBe('verified')
    expect(issues.map(({ code }) => code)).toEqual(['legacy-signature', 'legacy-timestamp-invalid'])
    expect(fields).toEqual({
      key: 'FAKE_api_key_22_chars0',
      meetingNumber: '98765432101',
      role: '0',
      issuedAt: new Date('2020-03-11T10:00:00.123Z'),
      mac: 'lZ151sJ0TV6A5VOwzGmoejMphHPUiszDzgitxonz8nA=',
    })
    expect(codesOf(byPhp, { secret: 'another secret' })).toContain('secret-mismatch')
  })

  test('without a clock, only what needs none is told', () => {
    const noDate = { currentDate: new Date(Number.NaN) }
    expect(codesOf(makeLegacy({ timestamp: String(now + 60_000) }), noDate)).toEqual([
      'legacy-signature',
    ])
    expect(codesOf(makeLegacy({ timestamp: String(issuedAt) }), noDate)).toEqual([
      'legacy-signature',
      'legacy-timestamp-invalid',
    ])
  })
})
