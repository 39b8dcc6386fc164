import { describe, expect, test } from 'vitest'
import { codesOf, type Proof, proofsOf } from './evidence.fixture.node.ts'
import { encode, makeJwt, makeJwtWith, secret, sign, soundClaims } from './make-jwt.fixture.node.ts'

const sound = makeJwt()
const [header, payload, mac] = sound.split('.') as [string, string, string]
const signed = (message: string): string => `${message}.${sign(message)}`

/** By the documentation of `HttpServerUtility.UrlTokenEncode`: the number of `=` in their place. */
function urlTokenEncode(bytes: string | Buffer): string {
  const base64 = Buffer.from(bytes).toString('base64')
  const bare = base64.replaceAll('=', '')
  return `${bare.replaceAll('+', '-').replaceAll('/', '_')}${base64.length - bare.length}`
}
const dotnetHeader = urlTokenEncode('{"alg":"HS256","typ":"JWT"}')
const macOf = (message: string): string =>
  urlTokenEncode(Buffer.from(sign(message, secret, 'base64'), 'base64'))
// Three lengths, one for each padding count.
const [dotnet0, dotnet1, dotnet2] = [0, 1, 2].map((count) => {
  const notes = ['', 'x', 'xx'].map((note) => JSON.stringify({ ...soundClaims, note }))
  return urlTokenEncode(notes.find((json) => (3 - (json.length % 3)) % 3 === count) as string)
}) as [string, string, string]

describe('wrong-algorithm', () => {
  const json = '{"alg":"HS256","typ":"JWT"}'
  test.each<[string, string, Proof]>([
    ['no JSON', `${encode('hello')}.${payload}.${mac}`, ['header', 'not JSON', json]],
    ['RS256', makeJwt(soundClaims, { alg: 'RS256' }), ['alg', '"RS256"', '"HS256"']],
    ['lower case', makeJwt(soundClaims, { alg: 'hs256' }), ['alg', '"hs256"', '"HS256"']],
    ['no text', makeJwt(soundClaims, { alg: 256 }), ['alg', '256', '"HS256"']],
    ['none at all', makeJwt(soundClaims, { typ: 'JWT' }), ['alg', 'undefined', '"HS256"']],
    ['a fourth part', `${sound}.x`, ['parts', '4', '3']],
    ['five parts, as JWE has', `${sound}..x`, ['parts', '5', '3']],
    [
      'a MAC of SHA-512',
      `${header}.${payload}.${Buffer.alloc(64, 201).toString('base64url')}`,
      ['MAC', '86 characters', '43 characters of base64url'],
    ],
    [
      'a MAC with one character more',
      `${sound}x`,
      ['MAC', '44 characters', '43 characters of base64url'],
    ],
    [
      'a count for another padding',
      `${header}.${payload}.${mac}2`,
      ['MAC', '44 characters', '43 characters of base64url'],
    ],
    [
      'a count after one character more',
      `${header}.${payload}.${mac}x1`,
      ['MAC', '45 characters', '43 characters of base64url'],
    ],
  ])('%s', (_, text, proof) => {
    expect(proofsOf(text, 'wrong-algorithm')).toEqual([proof])
  })

  test('stands alone: another algorithm explains another MAC', () => {
    const token = `${header}.${payload}.${Buffer.alloc(64, 201).toString('base64url')}`
    expect(codesOf(token, { secret })).toEqual(['wrong-algorithm'])
  })

  test('a fourth part is not looked at for its encoding', () => {
    expect(codesOf(`${sound}.a+/=`)).toEqual(['wrong-algorithm'])
  })

  test.each([
    ['hex', `${header}.${payload}.${sign(`${header}.${payload}`, secret, 'hex')}`],
    ['a MAC by .NET', `${header}.${payload}.${mac}1`],
    ['a short MAC', `${header}.${payload}.${mac.slice(0, 42)}`],
  ])('is no issue beside its own cause: %s', (_, text) => {
    expect(codesOf(text)).not.toContain('wrong-algorithm')
  })
})

describe('dotnet-url-token', () => {
  const wanted = 'base64url without a padding count'
  const count = (field: string, seen: string): Proof => [field, seen, wanted]
  const counts = (first: string, second: string, third: string): Proof[] => [
    count('header', first),
    count('payload', second),
    count('MAC', third),
  ]
  const whole = (part: string): string => {
    const message = `${dotnetHeader}.${part}`
    return `${message}.${macOf(message)}`
  }

  test.each<[string, string, Proof[]]>([
    ['0 on the payload', whole(dotnet0), counts('0', '0', '1')],
    ['1 on the payload', whole(dotnet1), counts('0', '1', '1')],
    ['2 on the payload', whole(dotnet2), counts('0', '2', '1')],
    ['the header alone', signed(`${dotnetHeader}.${payload}`), [count('header', '0')]],
    ['the payload alone', signed(`${header}.${dotnet0}`), [count('payload', '0')]],
    ['the payload alone, 1', signed(`${header}.${dotnet1}`), [count('payload', '1')]],
    ['the payload alone, 2', signed(`${header}.${dotnet2}`), [count('payload', '2')]],
    ['the MAC alone', `${header}.${payload}.${macOf(`${header}.${payload}`)}`, [count('MAC', '1')]],
    ['no MAC', `${dotnetHeader}.${dotnet2}`, [count('header', '0'), count('payload', '2')]],
  ])('%s', (_, text, proofs) => {
    expect(proofsOf(text, 'dotnet-url-token')).toEqual(proofs)
  })

  test('is the only issue, and the MAC verifies without its count', () => {
    expect(codesOf(whole(dotnet2), { secret })).toEqual(['dotnet-url-token'])
    expect(codesOf(signed(`${dotnetHeader}.${payload}`), { secret })).toEqual(['dotnet-url-token'])
  })

  test.each([
    ['a header that is no JSON and ends so', `${encode('hello5')}.${payload}.${mac}`],
    ['a payload cut where it ends so', `${header}.${encode('{"a":5')}`],
    ['a MAC of 43 that ends in 0', endingWith('0')],
    ['a MAC of 45', `${sound}x1`],
    ['a MAC of 45 that ends in 0', `${sound}x0`],
    ['a MAC of 64 hex digits that ends in 1', `${header}.${payload}.${'01'.repeat(32)}`],
    ['a count 2 on the MAC', `${sound}2`],
    ['no text where the MAC should be', `${header}.${payload}.`],
  ])('is no issue: %s', (_, text) => {
    expect(codesOf(text)).not.toContain('dotnet-url-token')
  })

  function endingWith(letter: string): string {
    for (let note = 0; ; note++) {
      const token = makeJwtWith({ note })
      if (token.endsWith(letter)) return token
    }
  }
})

// "~~~" and "???" give 62 and 63, which are + and / in the standard alphabet.
const awkward = Buffer.from(JSON.stringify({ ...soundClaims, note: '~~~???' })).toString('base64')
const awkwardBare = awkward.replaceAll('=', '')
const plusHeader = Buffer.from('{"alg":"HS256","x":"~~~~~"}').toString('base64')

describe('base64-standard-alphabet', () => {
  test.each<[string, string, Proof[]]>([
    ['+ in the payload', signed(`${header}.${awkwardBare}`), [['payload', '+', '- or _']]],
    ['in the MAC', `${header}.${payload}.+${mac.slice(1)}`, [['MAC', '+', '- or _']]],
    ['/ in the MAC', `${header}.${payload}.${mac.slice(0, -1)}/`, [['MAC', '/', '- or _']]],
    [
      'in two parts, the first of each',
      `${header}.${awkwardBare}.//++${mac.slice(4)}`,
      [
        ['payload', '+', '- or _'],
        ['MAC', '/', '- or _'],
      ],
    ],
    ['in the header', signed(`${plusHeader}.${payload}`), [['header', '+', '- or _']]],
  ])('%s', (_, text, proofs) => {
    expect(proofsOf(text, 'base64-standard-alphabet')).toEqual(proofs)
  })

  test.each([
    [
      'base64url of the same',
      signed(`${header}.${Buffer.from(awkward, 'base64').toString('base64url')}`),
    ],
    ['- and _ in the MAC', `${header}.${payload}.-_${mac.slice(2)}`],
  ])('is no issue: %s', (_, text) => {
    expect(codesOf(text)).toEqual([])
  })
})

describe('base64-padding', () => {
  const padded = (note: string): string =>
    Buffer.from(JSON.stringify({ ...soundClaims, note }))
      .toString('base64')
      .replaceAll('+', '-')
      .replaceAll('/', '_')
  const notes = ['', 'x', 'xx']
  const one = padded(notes.find((note) => /[^=]=$/.test(padded(note))) as string)
  const two = padded(notes.find((note) => /==$/.test(padded(note))) as string)

  test.each<[string, string, Proof[]]>([
    ['one', signed(`${header}.${one}`), [['payload', '=', 'no padding']]],
    ['two', signed(`${header}.${two}`), [['payload', '==', 'no padding']]],
    ['on the MAC', `${sound}=`, [['MAC', '=', 'no padding']]],
    [
      'two, and on the MAC',
      `${header}.${two}.${sign(`${header}.${two}`)}=`,
      [
        ['payload', '==', 'no padding'],
        ['MAC', '=', 'no padding'],
      ],
    ],
    ['where the MAC is lost', `${header}.${two}`, [['payload', '==', 'no padding']]],
  ])('%s', (_, text, proofs) => {
    expect(proofsOf(text, 'base64-padding')).toEqual(proofs)
  })

  test.each([
    ['none', sound],
    ['inside a part', `${header}.${payload}.${mac.slice(0, 20)}=${mac.slice(21)}`],
  ])('is no issue: %s', (_, text) => {
    expect(codesOf(text)).not.toContain('base64-padding')
  })
})

describe('a MAC in hex', () => {
  const message = `${header}.${payload}`
  const hex = sign(message, secret, 'hex')

  test('is told with its digits counted, alone', () => {
    const token = `${message}.${hex}`
    expect(codesOf(token, { secret })).toEqual(['mac-hex'])
    expect(proofsOf(token, 'mac-hex')).toEqual([
      ['MAC', '64 hex digits', '43 characters of base64url'],
    ])
  })

  test('made with another secret is still told by its form alone', () => {
    expect(codesOf(`${message}.${sign(message, 'another secret', 'hex')}`, { secret })).toEqual([
      'mac-hex',
    ])
  })

  test('and in base64 once more is told as that, alone', () => {
    const token = `${message}.${encode(hex)}`
    expect(codesOf(token, { secret })).toEqual(['mac-base64-of-hex'])
    expect(proofsOf(token, 'mac-base64-of-hex')).toEqual([
      ['MAC', 'base64 of 64 hex digits', 'base64url of 32 bytes'],
    ])
  })

  test.each([
    ['63 digits', `${message}.${hex.slice(1)}`],
    ['a letter past f', `${message}.g${hex.slice(1)}`],
    ['base64 of 64 other letters', `${message}.${encode('g'.repeat(64))}`],
  ])('is no issue: %s', (_, text) => {
    expect(codesOf(text)).toEqual(['wrong-algorithm'])
  })
})
