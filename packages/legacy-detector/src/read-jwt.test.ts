import { describe, expect, test } from 'vitest'
import { encode, makeJwt, soundClaims } from './make-jwt.fixture.node.ts'
import { findJwtStart, fitsDotnetUrlToken, readJwt, readPart } from './read-jwt.ts'

const sound = makeJwt()
const [header, payload, mac] = sound.split('.') as [string, string, string]
const read = (text: string, isBare = true): ReturnType<typeof readJwt> =>
  readJwt(text, text, isBare)

// By the documentation of `HttpServerUtility.UrlTokenEncode`: base64url, then how many `=` are left out.
describe('a padding count of .NET', () => {
  test.each([
    ['0 after whole groups', 'AAAA0', true],
    ['1 after three letters', 'AAA1', true],
    ['2 after two letters', 'AA2', true],
    ['1 after seven letters', 'AAAAAAA1', true],
    ['0 after three letters', 'AAA0', false],
    ['1 after two letters', 'AA1', false],
    ['1 after whole groups', 'AAAA1', false],
    ['2 after three letters', 'AAA2', false],
    ['3 would complete it, but is no padding', 'A3', false],
    ['what comes before 0 in ASCII', 'AAAAA/', false],
    ['a letter', 'AAAA', false],
    ['no text', '', false],
  ])('%s', (_, part, fits) => {
    expect(fitsDotnetUrlToken(part)).toBe(fits)
  })
})

describe('a part', () => {
  test.each([
    ['an object', 'eyJhIjoxfQ', { a: 1 }],
    ['padded', 'eyJhIjoxfQ==', { a: 1 }],
    ['with the count of its padding', 'eyJhIjoxfQ2', { a: 1 }],
    ['with a digit that is no count', 'eyJhIjoxfQ5', undefined],
    ['a count after what is no JSON', 'AA2', undefined],
    ['a count after what is no base64', '!!2', undefined],
    ['an array', encode('[1]'), undefined],
    ['null', encode('null'), undefined],
    ['no base64', '{"a":1}', undefined],
    ['no text', '', undefined],
  ])('%s', (_, part, object) => {
    expect(readPart(part)).toEqual(object)
  })
})

describe('a JWT is read', () => {
  test('with its parts, header and claims', () => {
    expect(readJwt(sound, 'as signed', false)).toEqual({
      format: 'jwt',
      kind: 'meeting-sdk',
      text: sound,
      parts: [header, payload, mac],
      signedText: 'as signed',
      header: { alg: 'HS256', typ: 'JWT' },
      claims: soundClaims,
    })
  })

  test.each([
    ['two parts', `${header}.${payload}`, 2],
    ['a header and a dot', `${header}.`, 2],
    ['a header with alg alone', header, 1],
    ['two parts whose header has no alg', `${encode('{"typ":"JWT"}')}.${payload}`, 2],
    ['six parts', `${sound}.a.b.c`, 6],
    ['an unreadable header before claims of Zoom', `x.${payload}.${mac}`, 3],
  ])('%s', (_, text, count) => {
    expect(read(text)?.parts).toHaveLength(count)
  })

  test.each([
    ['seven parts', `${sound}.a.b.c.d`],
    ['a header without alg alone', encode('{"typ":"JWT"}')],
    ['an unreadable header and claims without a MAC', `x.${payload}`],
    ['an unreadable header and four parts', `x.${payload}.${mac}.y`],
    ['an unreadable header before claims of nobody', `x.${encode('{"sub":"1"}')}.${mac}`],
    ['three parts of nothing', 'x.y.z'],
  ])('but not %s', (_, text) => {
    expect(read(text)).toBeUndefined()
  })

  test.each([`x.${payload}.${mac}`, 'eyJhbGciOiJIUzI1'])(
    'but no unreadable header while layers may be around it: %s',
    (text) => {
      expect(read(text, true)).toBeDefined()
      expect(read(text, false)).toBeUndefined()
    },
  )
})

describe('a header that was cut', () => {
  test.each([
    ['is one from eight letters on', 'eyJhbGci'],
    ['is one of the standard alphabet', 'eyJhb+/i'],
    ['is one up to 199 letters', `eyJ${'h'.repeat(196)}`],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ kind: 'other-jwt', parts: [text], header: undefined })
  })

  test.each([
    ['is none of seven letters', 'eyJhbGc'],
    ['is none of 200 letters', `eyJ${'h'.repeat(197)}`],
    ['has no dot behind it', 'eyJhbGci.x'],
    ['begins at the beginning', 'xeyJhbGci'],
    ['begins like JSON', 'abcdefghij'],
    ['is base64 to its end', 'eyJhbGci !'],
    ['is base64 from its beginning', 'eyJ!hbGciOiJI'],
  ])('%s', (_, text) => {
    expect(read(text)).toBeUndefined()
  })
})

describe('where a JWT begins', () => {
  const from = (length: number): string => `${'k'.repeat(length - 1)}.`

  test.each([
    ['after a dot', `k.${sound}`, 2],
    ['after a colon', `k:${sound}`, 2],
    ['after a blank', `k ${sound}`, 2],
    ['after a slash', `k/${sound}`, 2],
    ['after an equals sign', `k=${sound}`, 2],
    ['after nothing but the dot', `.${sound}`, 1],
    ['before a spaced header', `k.${encode('{ "alg":"HS256"}')}.x`, 2],
    ['before a header over lines', `k.${encode('{\n"alg":"HS256"}')}.x`, 2],
    ['before an empty payload', `k.${header}.`, 2],
    ['after 197 characters', from(197) + sound, 197],
    ['after 198 characters', from(198) + sound, -1],
    ['after a letter', `k${sound}`, -1],
    ['at the beginning', `${header}.x`, -1],
    ['before no dot', `k.${header}`, -1],
    ['before padding and no dot', `k.${header}=`, -1],
    ['before a payload', `k.${payload}.x`, -1],
    ['before what is no JSON', 'k.eyJxxxx.x', -1],
    ['nowhere', 'k', -1],
  ])('%s', (_, text, start) => {
    expect(findJwtStart(text)).toBe(start)
  })
})
