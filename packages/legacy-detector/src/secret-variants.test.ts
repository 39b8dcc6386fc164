import { describe, expect, test } from 'vitest'
import { isQuoted, secretVariants } from './secret-variants.ts'

const secret = 'FAKE_secret_0'
const utf8 = (text: string): readonly number[] => [...Buffer.from(text)]

/** The bytes that each variant signs with, by what it is called. */
function keysOf(given: string, keys: readonly string[] = []): Record<string, readonly number[]> {
  return Object.fromEntries(
    secretVariants(given, keys).map(({ code, seen, key }) => [`${code}: ${seen}`, [...key]]),
  )
}

const always: Record<string, readonly number[]> = {
  'secret-whitespace: a line feed after it': utf8(`${secret}\n`),
  'secret-whitespace: carriage return and line feed after it': utf8(`${secret}\r\n`),
  'secret-whitespace: a carriage return after it': utf8(`${secret}\r`),
  'secret-whitespace: a space after it': utf8(`${secret} `),
  'secret-whitespace: a space before it': utf8(` ${secret}`),
  'secret-whitespace: a space on both sides': utf8(` ${secret} `),
  'secret-whitespace: a tab after it': utf8(`${secret}\t`),
  'secret-whitespace: a line feed before it': utf8(`\n${secret}`),
  'secret-whitespace: a byte order mark before it': [0xef, 0xbb, 0xbf, ...utf8(secret)],
  'secret-whitespace: a zero-width space after it': [...utf8(secret), 0xe2, 0x80, 0x8b],
  'secret-quoted: double quotes around it': utf8(`"${secret}"`),
  'secret-quoted: single quotes around it': utf8(`'${secret}'`),
  'secret-quoted: backticks around it': utf8(`\`${secret}\``),
  'secret-quoted: double quotes and a line feed': utf8(`"${secret}"\n`),
  'secret-empty: empty': [],
  'secret-empty: the text undefined': utf8('undefined'),
  'secret-empty: the text null': utf8('null'),
  'secret-empty: the text None': utf8('None'),
  'secret-empty: the text NaN': utf8('NaN'),
  'placeholder-secret: SDK_SECRET_HERE': utf8('SDK_SECRET_HERE'),
  'placeholder-secret: YOUR_SDK_SECRET': utf8('YOUR_SDK_SECRET'),
  'placeholder-secret: your_sdk_secret': utf8('your_sdk_secret'),
  'placeholder-secret: your-256-bit-secret': utf8('your-256-bit-secret'),
  'placeholder-secret: secret': utf8('secret'),
}

describe('what people make of a secret', () => {
  test('of any', () => {
    // Thirteen characters are no base64, twelve are.
    expect(keysOf(secret)).toEqual({
      ...always,
      'secret-base64-decoded: base64-decoded, its last character dropped': [
        ...Buffer.from('FAKE_secret_', 'base64url'),
      ],
    })
  })

  test('of none that is a variant of itself', () => {
    const names = Object.keys(keysOf('undefined'))
    expect(names).not.toContain('secret-empty: the text undefined')
    expect(names).toContain('secret-empty: the text null')
    expect(Object.keys(keysOf(''))).not.toContain('secret-empty: empty')
    expect(Object.keys(keysOf('secret'))).not.toContain('placeholder-secret: secret')
  })

  const trimmed = 'secret-whitespace: signed with it trimmed, given with white space'
  const unquoted = 'secret-quoted: signed without quotes, given with them'
  const decoded = 'secret-base64-decoded: base64-decoded'
  const dropped = `${decoded}, its last character dropped`
  const hex = 'secret-hex-decoded: hex-decoded'
  const low = 'secret-low-byte: the low byte of each UTF-16 unit'
  test.each<[string, string, readonly number[] | undefined]>([
    [trimmed, ` ${secret}\n`, utf8(secret)],
    [trimmed, secret, undefined],
    [unquoted, `'${secret}'`, utf8(secret)],
    [unquoted, `'${secret}"`, undefined],
    [decoded, '-_8=', [251, 255]],
    [decoded, '+/8', [251, 255]],
    [decoded, 'no base64', undefined],
    [decoded, 'AAAAA', undefined],
    [dropped, '-_8A-', [251, 255, 0]],
    [dropped, '-_8A', undefined],
    [dropped, '!!!!!', undefined],
    [hex, '00fF', [0, 255]],
    [hex, '00f', undefined],
    [hex, 'zz', undefined],
    [low, 'é日', [0xe9, 0xe5]],
    [low, 'ascii', undefined],
  ])('%s: of %j', (name, given, bytes) => {
    expect(keysOf(given)[name]).toEqual(bytes)
  })

  test('and what people take for it: the keys of the token, likeliest of all', () => {
    const [first, second, third] = secretVariants(secret, ['a key', 'another'])
    expect(first).toEqual({
      code: 'secret-is-key',
      seen: 'the key in its place',
      key: new TextEncoder().encode('a key'),
    })
    expect(second).toMatchObject({
      code: 'secret-is-key',
      key: new TextEncoder().encode('another'),
    })
    expect(third?.code).toBe('secret-whitespace')
  })
})

test.each([
  [`"a"`, true],
  [`'a\n'`, true],
  ['`a`', true],
  ['""', true],
  [`"a'`, false],
  ['"a', false],
  ['a"', false],
  ['x"a"', false],
  ['"a"x', false],
  ['"', false],
  ['', false],
])('%j has quotes around it: %s', (text, quoted) => {
  expect(isQuoted(text)).toBe(quoted)
})
