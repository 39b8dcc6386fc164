import { withoutPadding } from './decode-base64.ts'

const encoder = new TextEncoder()

/** The base64 of a text's UTF-8 bytes. */
export function encodeBase64(text: string): string {
  let characters = ''
  for (const byte of encoder.encode(text)) characters += String.fromCharCode(byte)
  return btoa(characters)
}

/** Base64 of either alphabet as base64url. */
export function toBase64url(base64: string): string {
  return withoutPadding(base64).replaceAll('+', '-').replaceAll('/', '_')
}
