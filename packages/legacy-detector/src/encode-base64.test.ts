import { expect, test } from 'vitest'
import { encodeBase64, toBase64url } from './encode-base64.ts'

// RFC 4648, section 10, and beyond ASCII what Python's base64.b64encode('…'.encode()) gives.
test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foobar', 'Zm9vYmFy'],
  ['Zoë – 😀', 'Wm/DqyDigJMg8J+YgA=='],
])('the base64 of %j', (text, base64) => {
  expect(encodeBase64(text)).toBe(base64)
})

test('base64url has - and _ and no padding', () => {
  expect(toBase64url('+a+/b/==')).toBe('-a-_b_')
  expect(toBase64url('-_A=')).toBe('-_A')
})
