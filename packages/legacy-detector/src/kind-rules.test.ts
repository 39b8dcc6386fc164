import { describe, expect, test } from 'vitest'
import { codesOf, type Proof, proofsOf } from './evidence.fixture.node.ts'
import { encode, issuedAt, key, makeJwt, makeJwtWith, sign } from './make-jwt.fixture.node.ts'

const sound = makeJwt()
const [header, payload, mac] = sound.split('.') as [string, string, string]
const named = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, i]))

describe('a token of another kind is told by its claims, and nothing else is said of it', () => {
  test.each([
    ['zoom-issued-token', makeJwt({ iss: 'zm:cid:a', aud: 'https://oauth.zoom.us' }), 'iss, aud'],
    ['zoom-issued-token', makeJwt({ iss: 'web', aud: 'clientsm', sty: 100 }), 'iss, aud, sty'],
    ['zoom-issued-token', makeJwt({ typ: 'onbehalf' }), 'typ'],
    ['rest-jwt-app-token', makeJwt({ iss: key, exp: issuedAt }), 'iss, exp'],
    ['video-sdk-token', makeJwt({ app_key: key, tpc: 'r', exp: 1 }), 'app_key, tpc, exp'],
    ['cobrowse-token', makeJwt({ app_key: key, user_id: 'u', exp: 1 }), 'app_key, user_id, exp'],
    ['not-a-signature', makeJwt({ sub: '1', iat: 9e9 }), 'sub, iat'],
  ] as const)('%s', (code, text, claims) => {
    expect(codesOf(text, { secret: 'another' })).toEqual([code])
    expect(proofsOf(text, code)).toEqual([['claims', claims, 'appKey, mn, role, iat, exp']])
  })

  test.each([
    ['no claims', {}, 'none'],
    ['six are named', named(6), 'c0, c1, c2, c3, c4, c5'],
    ['the seventh is left out', named(7), 'c0, c1, c2, c3, c4, c5 …'],
    ['a name of 32 characters', { ['x'.repeat(32)]: 1, a: 1 }, `${'x'.repeat(32)}, a`],
    ['a name of 33 characters', { ['x'.repeat(33)]: 1, a: 1 }, 'a name of 33 characters, a'],
  ])('%s', (_, claims, seen) => {
    expect(proofsOf(makeJwt(claims), 'not-a-signature')?.[0]?.[1]).toBe(seen)
  })
})

describe('alg-none', () => {
  test.each(['none', 'None', 'NONE'])('%s, as it is written', (alg) => {
    expect(proofsOf(makeJwtWithAlg(alg), 'alg-none')).toEqual([['alg', alg, 'HS256']])
  })

  test.each([
    ['a header alone', encode('{"alg":"none"}')],
    ['no MAC', `${encode('{"alg":"none"}')}.${payload}`],
    ['an empty MAC', `${encode('{"alg":"none"}')}.${payload}.`],
    ['a MAC of another secret', makeJwtWithAlg('none')],
    ['an unreadable payload without MAC', `${encode('{"alg":"none"}')}.xyz`],
  ])('explains what is lost: %s', (_, text) => {
    expect(codesOf(text, { secret: 'another' })).toEqual(['alg-none'])
  })

  test.each([
    ['nonesuch', makeJwtWithAlg('nonesuch')],
    ['null', makeJwtWithAlg(null)],
    ['no alg', makeJwtWithAlg(undefined)],
  ])('is no issue: %s', (_, text) => {
    expect(codesOf(text)).toEqual(['wrong-algorithm'])
  })

  function makeJwtWithAlg(alg: unknown): string {
    return makeJwt(JSON.parse(Buffer.from(payload, 'base64url').toString()), { alg })
  }
})

describe('token-truncated', () => {
  const parts = (seen: string): Proof => ['parts', seen, '3, with a dot between']
  const open: Proof = ['payload', 'JSON that does not end', 'a whole JSON object']
  test.each<[string, string, Proof]>([
    ['a header alone', header, parts('1')],
    ['no MAC', `${header}.${payload}`, parts('2')],
    ['JSON that stops', `${header}.${encode('{"appKey":"x"')}.${mac}`, open],
    ['JSON that stops, after white space', `${header}.${encode(' \n{"a":1 ')}.${mac}`, open],
    ['one character over whole base64', `${header}.${encode('{"appKey":1}')}A.${mac}`, open],
    ['an empty MAC', `${header}.${payload}.`, ['MAC', '0 characters', '43 characters']],
    ['a MAC of 42', sound.slice(0, -1), ['MAC', '42 characters', '43 characters']],
  ])('%s', (_, text, proof) => {
    expect(proofsOf(text, 'token-truncated')).toEqual([proof])
    expect(codesOf(text, { secret: 'another' })).toEqual(['token-truncated'])
  })

  test('a cut token of another product is no fault of the product’s claims', () => {
    expect(codesOf(`${header}.${encode('{"sub":"1"}')}`)).toEqual(['token-truncated'])
  })

  test.each([
    ['a whole one', sound, []],
    ['four parts whose MAC is short', `${header}.${payload}.abc.${mac}`, ['wrong-algorithm']],
  ])('is no issue: %s', (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes)
  })
})

describe('payload-not-json', () => {
  const latin1 = Buffer.from('{"appKey":"é"}', 'latin1').toString('base64url')
  test.each([
    ['text', encode('hello world'), 'other text'],
    ['text with a brace in it', encode('hello {"a":1}'), 'other text'],
    ['text right before a brace', encode('x{"a":1}'), 'other text'],
    ['text that ends in a brace', encode('xx{'), 'other text'],
    ['an array', encode('[{"appKey":1}]'), 'other text'],
    ['a number', encode('12'), 'other text'],
    ['nothing', '', 'other text'],
    ['Latin-1', latin1, 'bytes, no UTF-8'],
    ['no base64', '!!!!', 'no base64'],
    ['padding inside', 'eyJh=yJi', 'no base64'],
  ])('%s', (_, part, seen) => {
    const token = `${header}.${part}.${sign(`${header}.${part}`)}`
    expect(proofsOf(token, 'payload-not-json')).toEqual([
      ['payload', seen, 'a JSON object in UTF-8'],
    ])
    expect(codesOf(token, { secret: 'another' })).toEqual(['payload-not-json'])
  })

  test('UTF-8 is no issue', () => {
    expect(codesOf(makeJwtWith({ name: 'Zoë 日本' }))).toEqual([])
  })
})
