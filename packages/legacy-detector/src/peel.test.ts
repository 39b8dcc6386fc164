import { describe, expect, test } from 'vitest'
import type { WrapperKind } from './detection.ts'
import { encode, makeJwt } from './make-jwt.fixture.node.ts'
import { peel } from './peel.ts'

type Row = readonly [text: string, inner: string, kind: WrapperKind, seen: string]
type Bare = readonly [what: string, text: string]

const sound = makeJwt()
const base64 = (text: string): string => Buffer.from(text).toString('base64')

function taken(rows: readonly Row[]): void {
  test.each(rows)('%j leaves %j', (text, inner, kind, seen) => {
    expect(peel(text)).toEqual({ wrapper: { kind, seen }, text: inner })
  })
}

function left(rows: readonly Bare[]): void {
  test.each(rows)('%s: %j', (_, text) => {
    expect(peel(text)).toBeUndefined()
  })
}

describe('characters that nobody sees go first, named by the first of them', () => {
  taken([
    ['\ufeffab', 'ab', 'invisible-character', 'U+FEFF'],
    ['a\u200bb\u200b', 'ab', 'invisible-character', 'U+200B'],
    ['a\0b\u00ad', 'ab', 'invisible-character', 'U+0000'],
    ['\u00adab', 'ab', 'invisible-character', 'U+00AD'],
    ['ab\u007f', 'ab', 'invisible-character', 'U+007F'],
    [' a\u0008', ' a', 'invisible-character', 'U+0008'],
    ['a\u000e ', 'a ', 'invisible-character', 'U+000E'],
  ])
})

describe('white space around the text', () => {
  taken([
    [' ab', 'ab', 'white-space', 'white space around it'],
    ['ab\t', 'ab', 'white-space', 'white space around it'],
    ['ab\u00a0', 'ab', 'white-space', 'white space around it'],
    ['\nab', 'ab', 'white-space', 'white space around it'],
    ['\r\n ab ', 'ab', 'white-space', 'white space around it'],
    ['ab\n', 'ab', 'white-space', 'a line end'],
    ['ab\r', 'ab', 'white-space', 'a line end'],
    ['\v\fab\r\n', 'ab', 'white-space', 'a line end'],
  ])
})

describe('punctuation behind it, one at a time', () => {
  taken([
    ['ab,', 'ab', 'punctuation', ','],
    ['ab;', 'ab', 'punctuation', ';'],
    ['a;b,;', 'a;b,', 'punctuation', ';'],
  ])
  left([
    ['inside', 'a,b;c'],
    ['other', 'ab:'],
  ])
})

describe('the name of the token before it', () => {
  taken([
    ['signature=ab', 'ab', 'assignment', 'signature='],
    ['SIGNATURE = ab', 'ab', 'assignment', 'SIGNATURE ='],
    ['?token=ab', 'ab', 'assignment', '?token='],
    ['&jwt:ab', 'ab', 'assignment', '&jwt:'],
    ['sdkJwt=ab', 'ab', 'assignment', 'sdkJwt='],
    ['SDK_JWT=ab', 'ab', 'assignment', 'SDK_JWT='],
    ['authorization: ab', 'ab', 'assignment', 'authorization:'],
    ['const signature = ab', 'ab', 'assignment', 'const signature ='],
    ['let \t token=ab', 'ab', 'assignment', 'let \t token='],
    ['var jwt=ab', 'ab', 'assignment', 'var jwt='],
    ['export SIGNATURE=ab', 'ab', 'assignment', 'export SIGNATURE='],
    [`"signature":\t'ab'`, "'ab'", 'assignment', '"signature":'],
    ["'jwt' : ab", 'ab', 'assignment', "'jwt' :"],
    [
      `signature${' '.repeat(9)}=${' '.repeat(9)}ab`,
      'ab',
      'assignment',
      `signature${' '.repeat(9)}=`,
    ],
    ['export'.concat(' '.repeat(9), 'jwt=ab'), 'ab', 'assignment', `export${' '.repeat(9)}jwt=`],
  ])
  left([
    ['in another word', 'mysignature=ab'],
    ['in another word', 'signatures=ab'],
    ['no mark behind it', 'signature'],
    ['another name', 'sdkKey=ab'],
    ['no blank', 'constjwt=ab'],
    ['not at the beginning', 'ab?signature=cd'],
    ['two marks before it', '??token=ab'],
  ])
})

describe('JSON around it', () => {
  const token = 'x'.repeat(32)
  taken([
    ['"ab"', 'ab', 'json', 'a JSON string'],
    ['"a\\nb"', 'a\nb', 'json', 'a JSON string'],
    [`{"signature":"${token}"}`, token, 'json', 'a JSON object, member signature'],
    [`{"data":{"jwt":"${token}"}}`, token, 'json', 'a JSON object, member data.jwt'],
    [`["${token}"]`, token, 'json', 'a JSON object, member 0'],
  ])
  left([
    ['no token in it', '{"status":"ok"}'],
    ['cut', `{"signature":"${token}`],
    ['nothing that it begins with', 'x{"signature":"x"}'],
    ['a number', '12'],
  ])
})

describe('what Python writes for bytes', () => {
  taken([
    ["b'ab'", 'ab', 'bytes-literal', "b'…'"],
    ['B"a\nb"', 'a\nb', 'bytes-literal', 'b"…"'],
  ])
  left([
    ['one quote', "b'ab"],
    ['in another word', "ab'ab'c"],
    ['no quote', 'bab'],
  ])
  test('two different quotes are no such thing, nor is b in the middle', () => {
    expect(peel(`ab'cd'`)?.wrapper).toEqual({ kind: 'quotes', seen: "'" })
    expect(peel(`b'ab"`)?.wrapper).toEqual({ kind: 'quotes', seen: '"' })
  })
})

describe('quotes, also where one is lost', () => {
  taken([
    ["'ab'", 'ab', 'quotes', "'…'"],
    ['`ab`', 'ab', 'quotes', '`…`'],
    ['“ab”', 'ab', 'quotes', '“…”'],
    ['‘ab’', 'ab', 'quotes', '‘…’'],
    ['«ab»', 'ab', 'quotes', '«…»'],
    ['"ab', 'ab', 'quotes', '"'],
    ['ab"', 'ab', 'quotes', '"'],
    ['“ab', 'ab', 'quotes', '“'],
    ['ab”', 'ab', 'quotes', '”'],
    ["'", '', 'quotes', "'"],
    ["''", '', 'quotes', "'…'"],
  ])
  left([
    ['inside', `a"b'c`],
    ['the other way round', '”ab“'],
    ['nothing at all', ''],
  ])
})

describe('another parameter behind it', () => {
  taken([
    ['ab&role=0', 'ab', 'assignment', 'another parameter after it'],
    ['ab&role=0\n&c', 'ab', 'assignment', 'another parameter after it'],
  ])
  left([['nothing before it', '&role=0']])
})

describe('the scheme before it', () => {
  taken([
    ['Bearer ab', 'ab', 'bearer', 'Bearer'],
    ['bearer:\tab', 'ab', 'bearer', 'bearer:'],
    ['JWT ab', 'ab', 'bearer', 'JWT'],
    ['token ab', 'ab', 'bearer', 'token'],
    [`bearer${' '.repeat(9)}ab`, 'ab', 'bearer', 'bearer'],
  ])
  left([
    ['no blank', 'Bearerab'],
    ['nothing behind it', 'bearer'],
  ])
  test('not inside the text', () => {
    expect(peel('a.bearer b')?.wrapper.kind).toBe('white-space')
  })
})

describe('URL-encoding, as far as it can be read', () => {
  taken([
    ['ab%3D%3d', 'ab==', 'url-encoding', '%3D'],
    ['%e2%80%93', '–', 'url-encoding', '%e2'],
    ['a%FFb%3D', 'a%FFb=', 'url-encoding', '%FF'],
  ])
  left([
    ['no UTF-8', 'a%FF'],
    ['no hex digits', '%3G'],
    ['one digit', '50%4'],
  ])
})

describe('a space where base64 had +', () => {
  // {"a":"~~~"} has a + in base64.
  const payload = base64('{"a":"~~~"}')
  const lost = payload.replace('+', ' ')
  const [header] = sound.split('.') as [string]
  const seen = 'a space where base64 has +'

  test('the payload has one', () => {
    expect(payload).toMatch(/^[^+]+\+[^+]+$/)
  })
  taken([
    [`${header}.${lost}.x`, `${header}.${payload}.x`, 'plus-as-space', seen],
    [`h.p.${'x'.repeat(41)} x`, `h.p.${'x'.repeat(41)}+x`, 'plus-as-space', seen],
    [`h.p. ${'x'.repeat(42)}=`, `h.p.+${'x'.repeat(42)}=`, 'plus-as-space', seen],
    [`h.p.${'x'.repeat(40)} x`, `h.p.${'x'.repeat(40)}x`, 'white-space', 'blanks inside it'],
    [`h.p ${'x'.repeat(43)}`, `h.p${'x'.repeat(43)}`, 'white-space', 'blanks inside it'],
    [`h x.p.${'x'.repeat(43)}`, `hx.p.${'x'.repeat(43)}`, 'white-space', 'blanks inside it'],
    ['h.p q.x', 'h.pq.x', 'white-space', 'blanks inside it'],
    [`h.p q.${'x'.repeat(41)} x`, `h.pq.${'x'.repeat(41)}x`, 'white-space', 'blanks inside it'],
    [
      `h.p.${'x'.repeat(43)}`.concat('\n', 'y z'),
      `h.p.${'x'.repeat(43)}yz`,
      'line-breaks',
      'line breaks inside it',
    ],
  ])
  left([
    ['letters of no base64', `h.p.${'x'.repeat(41)} ?`],
    ['no blank', `h.p.${'x'.repeat(43)}`],
  ])
})

describe('white space inside it', () => {
  taken([
    ['ab\ncd', 'abcd', 'line-breaks', 'line breaks inside it'],
    ['ab\rcd', 'abcd', 'line-breaks', 'line breaks inside it'],
    ['a_b-c+/=.\r\n  d', 'a_b-c+/=.d', 'line-breaks', 'line breaks inside it'],
    ['ab  cd\tef', 'abcdef', 'white-space', 'blanks inside it'],
    ['a_b-c+/=. d', 'a_b-c+/=.d', 'white-space', 'blanks inside it'],
  ])
  left([
    ['words with punctuation', 'not now, later'],
    ['lines with punctuation', 'no!\nyes'],
    ['punctuation first', '!ab cd'],
    ['punctuation first, over lines', '!ab\ncd'],
  ])
})

describe('something before the JWT', () => {
  taken([
    [`key.${sound}`, sound, 'key-prefix', 'key.'],
    [`${'k'.repeat(39)}:${sound}`, sound, 'key-prefix', `${'k'.repeat(39)}:`],
    [`${'k'.repeat(40)}:${sound}`, sound, 'key-prefix', 'text of 41 characters'],
  ])
  left([['nothing', sound]])
})

describe('base64 of the whole', () => {
  const text = 'thirty letters at the least ok'
  taken([
    [base64(text), text, 'base64', 'base64 of the whole'],
    [encode(`${text}\n`), `${text}\n`, 'base64', 'base64 of the whole'],
    [base64(` ${text}~`), ` ${text}~`, 'base64', 'base64 of the whole'],
  ])
  left([
    ['39 characters', encode(text.slice(1))],
    ['no text', base64(`${text}\u0001`)],
    ['no ASCII', base64(`é${text}`)],
    ['no base64', '!'.repeat(40)],
    ['with dots', `${base64(text)}.`],
    ['no UTF-8', Buffer.alloc(40, 200).toString('base64')],
  ])
})

test('the outermost layer is told, whatever is inside', () => {
  expect(peel('\ufeff "Bearer ab"')?.text).toBe(' "Bearer ab"')
  expect(peel(' "Bearer ab"')?.text).toBe('"Bearer ab"')
  expect(peel('"Bearer ab"')?.text).toBe('Bearer ab')
  expect(peel('Bearer ab')?.text).toBe('ab')
  expect(peel('ab')).toBeUndefined()
})
