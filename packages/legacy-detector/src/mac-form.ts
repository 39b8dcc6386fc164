import { decodeBase64, decodeBase64Text, withoutPadding } from './decode-base64.ts'

/** How a MAC is written. `other` is base64 of another length, or no base64 at all. */
export type MacForm = 'base64' | 'hex' | 'base64-of-hex' | 'missing' | 'short' | 'other'

/** Characters of a 32-byte MAC in base64url. */
export const macLength = 43

/** Whether the text is that many hex digits. */
export function isHex(text: string, length: number): boolean {
  return text.length === length && /^[0-9A-Fa-f]*$/.test(text)
}

/** The hex digits whose base64 the text is. */
function innerHex(text: string): string | undefined {
  const inner = decodeBase64Text(text)
  return inner !== undefined && isHex(inner, 64) ? inner : undefined
}

/** Tells how the MAC is written; padding does not count. */
export function macFormOf(mac: string | undefined): MacForm {
  if (!mac) return 'missing'
  const bare = withoutPadding(mac)
  if (bare.length === macLength) return /^[\w+/-]*$/.test(bare) ? 'base64' : 'other'
  if (bare.length < macLength) return 'short'
  if (isHex(bare, 64)) return 'hex'
  return innerHex(bare) ? 'base64-of-hex' : 'other'
}

/** The bytes of hex text of even length; `undefined` for other text. */
export function decodeHex(text: string): Uint8Array | undefined {
  return /^(?:[0-9A-Fa-f]{2})+$/.test(text)
    ? Uint8Array.from({ length: text.length / 2 }, (_, i) =>
        Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
      )
    : undefined
}

/** The 32 bytes of a MAC however it is written; `undefined` where it has not that many. */
export function macBytes(mac: string): Uint8Array | undefined {
  const bare = withoutPadding(mac)
  if (bare.length === macLength) return decodeBase64(bare)
  const hex = innerHex(bare) ?? bare
  return hex.length === 64 ? decodeHex(hex) : undefined
}
