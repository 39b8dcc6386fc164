import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHmacSha256 } from './hmac-sha256.ts'

// RFC 4231, test cases 1, 2, 6 and 7: their keys and data as text, the MAC as they print it.
test.each([
  [
    '\x0b'.repeat(20),
    'Hi There',
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    'Jefe',
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
])('RFC 4231: key %j', (key, data, mac) => {
  expect(Buffer.from(createHmacSha256(key)(data), 'base64url').toString('hex')).toBe(mac)
})

test('any secret and any ASCII text give what node:crypto gives, call after call', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 3000 }), {
        minLength: 1,
        maxLength: 4,
      }),
      (secret, texts) => {
        const hmac = createHmacSha256(secret)
        for (const text of texts) {
          expect(hmac(text)).toBe(createHmac('sha256', secret).update(text).digest('base64url'))
        }
      },
    ),
    { numRuns: 500 },
  )
})

test.each([63, 64, 65, 128])('a secret of %d bytes', (length) => {
  const secret = 'é'.repeat(length >> 1) + 's'.repeat(length & 1)
  expect(createHmacSha256(secret)('text')).toBe(
    createHmac('sha256', secret).update('text').digest('base64url'),
  )
})

test('texts around and beyond the room of the buffer, long and short in turn', () => {
  const hmac = createHmacSha256('secret')
  for (const length of [1023, 1024, 1025, 3, 5000, 1025, 9000, 0]) {
    const text = 'a1._-Z'.repeat(length).slice(0, length)
    expect(hmac(text), `${length}`).toBe(
      createHmac('sha256', 'secret').update(text).digest('base64url'),
    )
  }
})

test('the secret is taken as UTF-8', () => {
  expect(createHmacSha256('pässwörd→𝄞')('text')).toBe(
    createHmac('sha256', Buffer.from('70c3a4737377c3b67264e28692f09d849e', 'hex'))
      .update('text')
      .digest('base64url'),
  )
})
