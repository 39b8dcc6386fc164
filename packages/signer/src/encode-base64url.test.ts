import { expect, test } from 'vitest'
import { encodeBase64Url } from './encode-base64url.ts'

// The platform's own encoder, which shares nothing with Buffer.
function expected(text: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(text))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

test.each([
  ['nothing', ''],
  ['ASCII', '{"role":0}'],
  ['two, three and four bytes a character', 'é€😀>>>???'],
  ['as many units as the buffer takes, of three bytes each', '€'.repeat(1024)],
  ['one more', '€'.repeat(1025)],
  ['a long text', '😀'.repeat(5000)],
])('%s is encoded, whatever was before', (_, text) => {
  encodeBase64Url('x'.repeat(1024))
  expect(encodeBase64Url(text)).toBe(expected(text))
})
