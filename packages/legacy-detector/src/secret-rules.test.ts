import { describe, expect, test } from 'vitest'
import { codesOf, type Proof, proofsOf } from './evidence.fixture.node.ts'
import { key, makeJwtWith, secret } from './make-jwt.fixture.node.ts'

const withKey = (text: unknown): string => makeJwtWith({ appKey: text, sdkKey: text })
const yours = 'the SDK key or client ID of your app'

describe('a key that is none is told by what is wrong, and not repeated', () => {
  test.each<[string, string, 'placeholder-key' | 'key-quoted' | 'key-whitespace', Proof]>([
    [
      'a placeholder',
      withKey('SDK_KEY_HERE'),
      'placeholder-key',
      ['appKey', 'a placeholder', yours],
    ],
    ['double quotes', withKey(`"${key}"`), 'key-quoted', ['appKey', 'quotes around it', yours]],
    ['single quotes', withKey(`'${key}'`), 'key-quoted', ['appKey', 'quotes around it', yours]],
    ['backticks', withKey(`\`${key}\``), 'key-quoted', ['appKey', 'quotes around it', yours]],
    ['quotes over lines', withKey('"a\nb"'), 'key-quoted', ['appKey', 'quotes around it', yours]],
    [
      'a line end',
      withKey(`${key}\n`),
      'key-whitespace',
      ['appKey', 'white space around it', yours],
    ],
    [
      'a blank before',
      withKey(` ${key}`),
      'key-whitespace',
      ['appKey', 'white space around it', yours],
    ],
  ])('%s', (_, text, code, proof) => {
    expect(proofsOf(text, code)).toEqual([proof])
    expect(codesOf(text, { expected: { sdkKey: key } })).toEqual([code])
  })

  test('in sdkKey where there is no appKey', () => {
    expect(codesOf(makeJwtWith({ appKey: undefined, sdkKey: 'SDK_KEY_HERE' }))).toContain(
      'placeholder-key',
    )
  })

  test('in appKey where there are both', () => {
    expect(codesOf(makeJwtWith({ sdkKey: 'SDK_KEY_HERE' }))).toEqual(['key-mismatch'])
  })

  test.each([
    ['a quote at its beginning alone', `"${key}`],
    ['a quote at its end alone', `${key}"`],
    ['quotes inside', 'a"key"b'],
    ['a quote before and one inside', '"a"key'],
    ['a quote inside and one behind', 'a"key"'],
    ['a blank inside', 'a key'],
    ['a number', 12_345],
  ])('but not %s', (_, text) => {
    const codes = codesOf(withKey(text))
    expect(codes).not.toContain('key-quoted')
    expect(codes).not.toContain('key-whitespace')
  })

  test('and one of blanks alone is no key with blanks around it', () => {
    expect(codesOf(withKey('  '))).not.toContain('key-whitespace')
  })
})

describe('key-mismatch', () => {
  const wanted = 'another_key_of_another'

  test.each<[string, string, Proof]>([
    ['the key that is there', withKey(key), ['appKey', key, wanted]],
    ['64 characters whole', withKey('k'.repeat(64)), ['appKey', 'k'.repeat(64), wanted]],
    [
      '65 characters by their number',
      withKey('k'.repeat(65)),
      ['appKey', 'text of 65 characters', wanted],
    ],
    ['sdkKey alone', makeJwtWith({ appKey: undefined }), ['appKey', key, wanted]],
  ])('shows %s', (_, text, proof) => {
    expect(proofsOf(text, 'key-mismatch', { expected: { sdkKey: wanted } })).toEqual([proof])
  })

  test('explains another MAC', () => {
    expect(codesOf(withKey(key), { secret: 'x', expected: { sdkKey: wanted } })).toEqual([
      'key-mismatch',
    ])
    expect(codesOf(makeJwtWith({ sdkKey: 'y' }), { secret: 'x' })).toEqual(['key-mismatch'])
  })

  test('is no issue of a key that is missing, empty or no text', () => {
    for (const text of ['', undefined, 12_345, null]) {
      expect(codesOf(withKey(text), { expected: { sdkKey: wanted } })).not.toContain('key-mismatch')
    }
  })

  test('is no issue of the key expected, nor where none is', () => {
    expect(codesOf(withKey(key), { secret, expected: { sdkKey: key } })).toEqual([])
    expect(codesOf(withKey(key), { secret, expected: {} })).toEqual([])
  })

  test('is no issue of an empty sdkKey beside an appKey', () => {
    expect(codesOf(makeJwtWith({ sdkKey: '' }))).toEqual(['claim-missing'])
  })

  test('is told of two keys in the token also where the first is the expected one', () => {
    expect(codesOf(makeJwtWith({ sdkKey: 'y' }), { expected: { sdkKey: key } })).toEqual([
      'key-mismatch',
    ])
  })
})
