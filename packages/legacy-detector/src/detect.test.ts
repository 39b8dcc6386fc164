import { describe, expect, test } from 'vitest'
import { detect } from './detect.ts'
import type { WrapperKind } from './detection.ts'
import { encode, key, makeJwt, makeLegacy, sign } from './make-jwt.fixture.node.ts'

const sound = makeJwt()
const legacy = makeLegacy()
const base64 = (text: string): string => Buffer.from(text).toString('base64')

const kindsOf = (text: string): readonly WrapperKind[] =>
  detect(text).wrappers.map(({ kind }) => kind)

describe('each layer around a token is taken off and recorded', () => {
  test.each<[string, WrapperKind[]]>([
    [sound, []],
    [` ${sound}`, ['white-space']],
    [`${sound}\r\n`, ['white-space']],
    [`\ufeff${sound}`, ['invisible-character']],
    [`"${sound}"`, ['json']],
    [`'${sound}'`, ['quotes']],
    [`“${sound}”`, ['quotes']],
    [`"${sound}`, ['quotes']],
    [`b'${sound}'`, ['bytes-literal']],
    [`b"${sound}"`, ['bytes-literal']],
    [JSON.stringify({ signature: sound }), ['json']],
    [JSON.stringify(JSON.stringify({ signature: sound })), ['json', 'json']],
    [`Bearer ${sound}`, ['bearer']],
    [`bearer: ${sound}`, ['bearer']],
    [`Authorization: Bearer ${sound}`, ['assignment', 'bearer']],
    [`signature=${sound}&sdkKey=x`, ['assignment', 'assignment']],
    [`const signature = "${sound}";`, ['punctuation', 'assignment', 'json']],
    [encodeURIComponent(`"${sound}"`), ['url-encoding', 'json']],
    [
      encodeURIComponent(encodeURIComponent(`"${sound}"`)),
      ['url-encoding', 'url-encoding', 'json'],
    ],
    [base64(sound), ['base64']],
    [base64(base64(sound)), ['base64', 'base64']],
    [sound.replace(/.{60}/g, '$&\n'), ['line-breaks']],
    [`${key}.${sound}`, ['key-prefix']],
    [`"Bearer ${sound}\\n"`, ['json', 'white-space', 'bearer']],
  ])('%s', (text, kinds) => {
    const detection = detect(text)
    expect(detection.wrappers.map(({ kind }) => kind)).toEqual(kinds)
    expect(detection.kind).toBe('meeting-sdk')
    expect(detection.text).toBe(sound)
  })

  test.each<[string, WrapperKind[]]>([
    [legacy, []],
    [legacy.replace(/=+$/, ''), []],
    [`"${legacy}"`, ['json']],
    [encodeURIComponent(makeLegacy({ meetingNumber: '9876543210' })), ['url-encoding']],
    [base64(legacy), ['base64']],
    [legacy.replace(/.{60}/g, '$&\n'), ['line-breaks']],
    [JSON.stringify({ signature: legacy }), ['json']],
  ])('around an old signature: %s', (text, kinds) => {
    expect(detect(text).format).toBe('legacy')
    expect(kindsOf(text)).toEqual(kinds)
  })

  test('the layers are never the token', () => {
    const { wrappers } = detect(`appKey:${key}.${sound}\n`)
    expect(JSON.stringify(wrappers)).not.toContain(sound.slice(0, 30))
  })
})

describe('what is no token is told by what it is', () => {
  test.each([
    ['', 'empty text'],
    ['  \n', 'empty text'],
    ['undefined', 'the name of a missing value'],
    ['"null"', 'the name of a missing value'],
    ['[object Object]', 'an object or promise that was turned into text'],
    ['<html>', 'a page of HTML or XML'],
    ['{"status":"ok"}', 'JSON without a token in it'],
    ['YOUR_SIGNATURE', 'a placeholder'],
    ['FAKE_api_key_22_chars0', 'a key alone'],
    [sign('x', 'y', 'base64'), 'a MAC alone'],
    ['x'.repeat(500), 'text of 500 characters'],
  ])('%j', (text, seen) => {
    expect(detect(text)).toMatchObject({ format: 'unknown', seen })
  })

  test.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    [12, '12'],
    [{ signature: sound }, 'an object'],
    [[sound], 'an array'],
    [() => sound, 'a function'],
    [Promise.resolve(sound), 'an object'],
  ])('a value that is no text: %s', (value, seen) => {
    expect(detect(value as string)).toEqual({
      format: 'unknown',
      kind: 'unknown',
      wrappers: [],
      text: '',
      seen,
    })
  })
})

describe('a JWT that was cut is still one', () => {
  test.each([
    ['header alone', encode('{"alg":"HS256","typ":"JWT"}')],
    ['cut in the header', sound.slice(0, 18)],
    ['cut in the payload', sound.slice(0, 90)],
  ])('%s', (_, text) => {
    expect(detect(text).format).toBe('jwt')
  })
})

describe('eight layers are taken off, and a ninth is left', () => {
  const encoded = (times: number): string => (times === 0 ? sound : base64(encoded(times - 1)))

  test('eight', () => {
    expect(kindsOf(encoded(8))).toEqual(Array(8).fill('base64'))
    expect(detect(encoded(8))).toMatchObject({ kind: 'meeting-sdk', text: sound })
  })

  test('nine', () => {
    expect(kindsOf(encoded(9))).toEqual(Array(8).fill('base64'))
    expect(detect(encoded(9))).toMatchObject({ kind: 'unknown', text: base64(sound) })
  })
})

describe('what may have been signed keeps the line breaks inside it, and no other layer', () => {
  const wrapped = sound.replace(/.{60}/g, '$&\n')
  test.each([
    ['none', sound, sound],
    ['line breaks', wrapped, wrapped],
    ['quotes', `'${sound}'`, sound],
    ['white space', ` ${sound}\n`, sound],
    ['base64', base64(sound), sound],
    ['line breaks in JSON', JSON.stringify({ signature: wrapped }), wrapped],
    ['blanks', sound.replace('.', '. '), sound],
  ])('%s', (_, text, signedText) => {
    expect(detect(text)).toMatchObject({ text: sound, signedText })
  })
})
