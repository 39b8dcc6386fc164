import CryptoJs from 'crypto-js/core.js'
import hmac from 'crypto-js/hmac-sha256.js'

type WordArray = ReturnType<typeof hmac>

function toWords(bytes: Uint8Array): WordArray {
  const words: number[] = []
  for (let i = 0; i < bytes.length; i++) {
    words[i >>> 2] = (words[i >>> 2] ?? 0) | ((bytes[i] as number) << (24 - (i % 4) * 8))
  }
  return CryptoJs.lib.WordArray.create(words, bytes.length)
}

/** HMAC-SHA256 of `message` under `key`: 32 bytes, at once, where there is no `node:crypto`. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const { words } = hmac(toWords(message), toWords(key))
  return Uint8Array.from(
    { length: 32 },
    (_, i) => (words[i >>> 2] as number) >>> (24 - (i % 4) * 8),
  )
}
