import { describe, expect, test } from 'vitest'
import { findSignatureMember } from './signature-member.ts'

const token = 'x'.repeat(32)
const other = 'y'.repeat(32)

describe('the signature in what an endpoint answered', () => {
  test.each<[string, unknown, string]>([
    ['by a usual name', { id: other, signature: token }, 'signature'],
    ['by a usual name in any case', { id: other, SDKJWT: token }, 'SDKJWT'],
    ['by sdk_jwt', { id: other, sdk_jwt: token }, 'sdk_jwt'],
    ['by jwt', { id: other, jwt: token }, 'jwt'],
    ['by token', { id: other, token }, 'token'],
    ['by result', { id: other, result: token }, 'result'],
    ['inside data, before what stands outside', { id: other, data: { x: token } }, 'data.x'],
    ['by the first of two usual names', { jwt: token, signature: other }, 'jwt'],
    ['by any name', { message: 'short', id: token }, 'id'],
    ['in an array', ['short', token], '1'],
    ['deep inside', { a: [{ b: { c: token } }] }, 'a.0.b.c'],
    ['behind null, a number and a URL', { a: null, b: 1, c: `https://${other}`, d: token }, 'd'],
    ['the fiftieth', { ...Object.fromEntries(numbers(49)), a: token }, 'a'],
    ['before what is only nearly a usual name', { id: token, signatures: other }, 'id'],
    ['before what ends in a usual name', { id: token, mytoken: other }, 'id'],
  ])('is found %s', (_, value, name) => {
    expect(findSignatureMember(value)).toEqual({ name, text: token })
  })

  test.each<[string, unknown]>([
    ['31 characters', { signature: 'x'.repeat(31) }],
    ['a URL', { signature: `https://${token}` }],
    ['deeper than five levels', { a: { a: { a: { a: { a: { a: token } } } } } }],
    ['the fifty-first', { ...Object.fromEntries(numbers(50)), a: token }],
    ['text alone', token],
    ['null', null],
    ['nothing', {}],
    ['undefined', undefined],
  ])('is not found: %s', (_, value) => {
    expect(findSignatureMember(value)).toBeUndefined()
  })

  test('five levels are searched', () => {
    const value = { a: { a: { a: { a: { a: token } } } } }
    expect(findSignatureMember(value)).toEqual({ name: 'a.a.a.a.a', text: token })
  })
})

function numbers(count: number): [string, number][] {
  return Array.from({ length: count }, (_, i) => [`m${i}`, i])
}
