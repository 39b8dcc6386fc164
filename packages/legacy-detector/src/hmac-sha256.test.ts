import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalBytes } from './equal-bytes.ts'
import { hmacSha256 as hmacOfNode } from './hmac-sha256.node.ts'
import { hmacSha256 as hmacOfCryptoJs } from './hmac-sha256.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const implementations = [
  ['node:crypto', hmacOfNode],
  ['crypto-js', hmacOfCryptoJs],
] as const

describe.each(implementations)('%s', (_, hmacSha256) => {
  test.each([
    // RFC 4231, cases 1, 2, 6 and 7.
    [
      new Uint8Array(20).fill(0x0b),
      'Hi There',
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ],
    [
      bytes('Jefe'),
      'what do ya want for nothing?',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    [
      new Uint8Array(131).fill(0xaa),
      'Test Using Larger Than Block-Size Key - Hash Key First',
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ],
    [
      new Uint8Array(131).fill(0xaa),
      'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
      '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
    ],
  ])('gives the answers of RFC 4231', (key, message, answer) => {
    expect(hex(hmacSha256(key, bytes(message)))).toBe(answer)
  })

  test('gives what node:crypto gives, for any key and message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 300 }), (k, m) => {
        expect(hex(hmacSha256(k, m))).toBe(createHmac('sha256', k).update(m).digest('hex'))
      }),
      { numRuns: 300 },
    )
  })
})

describe('MACs are compared byte by byte', () => {
  test('equal ones are equal', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
  })
  test.each([
    [Uint8Array.of(1, 2), Uint8Array.of(1, 3)],
    [Uint8Array.of(1, 2), Uint8Array.of(2, 2)],
    [Uint8Array.of(1, 2), Uint8Array.of(1)],
    [Uint8Array.of(1), Uint8Array.of(1, 2)],
  ])('others are not', (a, b) => {
    expect(equalBytes(a, b)).toBe(false)
  })
})
