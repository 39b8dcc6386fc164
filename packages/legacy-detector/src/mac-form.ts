import { decodeBase64, decodeBase64Text } from './decode-base64.ts'

/** How a MAC is written. `other` is base64 of another length, or no base64 at all. */
export type MacForm = 'base64' | 'hex' | 'base64-of-hex' | 'missing' | 'short' | 'other'

/** Characters of a 32-byte MAC in base64url. */
export const macLength = 43

/** Whether the text is that many hex digits. */
export function isHex(text: string, length: number): boolean {
  return text.length === length && /^[0-9A-Fa-f]*$/.test(text)
}

function isBase64OfHex(text: string): boolean {
  const inner = text.length === 86 ? decodeBase64Text(text) : undefined
  return inner !== undefined && isHex(inner, 64)
}

/** The text without up to two `=` at its end. */
export function withoutPadding(text: string): string {
  if (!text.endsWith('=')) return text
  return text.slice(0, text.endsWith('==') ? -2 : -1)
}

/** Tells how the MAC is written; padding does not count. */
export function macFormOf(mac: string | undefined): MacForm {
  if (!mac) return 'missing'
  const bare = withoutPadding(mac)
  if (bare.length === macLength) return /^[\w+/-]*$/.test(bare) ? 'base64' : 'other'
  if (bare.length < macLength) return 'short'
  if (isHex(bare, 64)) return 'hex'
  return isBase64OfHex(bare) ? 'base64-of-hex' : 'other'
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length >>> 1 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  )
}

/** The 32 bytes of a MAC however it is written; `undefined` where it has not that many. */
export function macBytes(mac: string): Uint8Array | undefined {
  switch (macFormOf(mac)) {
    case 'base64':
      return decodeBase64(withoutPadding(mac))
    case 'hex':
      return fromHex(mac)
    case 'base64-of-hex':
      return fromHex(decodeBase64Text(withoutPadding(mac)) as string)
    default:
      return undefined
  }
}

/** The bytes of hex text of even length; `undefined` for other text. */
export function decodeHex(text: string): Uint8Array | undefined {
  return text !== '' && text.length % 2 === 0 && isHex(text, text.length)
    ? fromHex(text)
    : undefined
}
