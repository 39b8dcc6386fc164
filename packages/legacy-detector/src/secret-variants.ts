import type { TokenIssueCode } from '@sigshift/spec'
import { decodeBase64 } from './decode-base64.ts'
import { decodeHex } from './mac-form.ts'

/** A key that a signer may have used instead of the secret. */
export interface SecretVariant {
  readonly code: TokenIssueCode
  /** What was done to the secret; never the secret. */
  readonly seen: string
  readonly key: Uint8Array
}

const encoder = new TextEncoder()

/** What stands where a value is missing. */
export const missingNames: readonly string[] = ['undefined', 'null', 'None', 'NaN']

/** What people leave around a secret: the code, what stands before and after it, the words for it. */
const surroundings: readonly (readonly [TokenIssueCode, string, string, string])[] = [
  ['secret-whitespace', '', '\n', 'a line feed after it'],
  ['secret-whitespace', '', '\r\n', 'carriage return and line feed after it'],
  ['secret-whitespace', '', '\r', 'a carriage return after it'],
  ['secret-whitespace', '', ' ', 'a space after it'],
  ['secret-whitespace', ' ', '', 'a space before it'],
  ['secret-whitespace', ' ', ' ', 'a space on both sides'],
  ['secret-whitespace', '', '\t', 'a tab after it'],
  ['secret-whitespace', '\n', '', 'a line feed before it'],
  ['secret-whitespace', '\ufeff', '', 'a byte order mark before it'],
  ['secret-whitespace', '', '\u200b', 'a zero-width space after it'],
  ['secret-quoted', '"', '"', 'double quotes around it'],
  ['secret-quoted', "'", "'", 'single quotes around it'],
  ['secret-quoted', '`', '`', 'backticks around it'],
  ['secret-quoted', '"', '"\n', 'double quotes and a line feed'],
]

/** What samples of SDKs and tools write in place of a secret. */
const standIns: readonly string[] = [
  'SDK_SECRET_HERE',
  'YOUR_SDK_SECRET',
  'your_sdk_secret',
  'your-256-bit-secret',
  'secret',
]

/** Whether the same quotes stand on both sides. */
export function isQuoted(text: string): boolean {
  return /^(["'`]).*\1$/s.test(text)
}

function lowBytes(secret: string): Uint8Array | undefined {
  // The same as UTF-8 where all is ASCII, and then it explains nothing.
  return /\P{ASCII}/u.test(secret)
    ? Uint8Array.from({ length: secret.length }, (_, i) => secret.charCodeAt(i))
    : undefined
}

/** What people make of a secret before they sign with it, likeliest first. `keys` are those of the token. */
export function secretVariants(secret: string, keys: readonly string[]): readonly SecretVariant[] {
  const variants: SecretVariant[] = keys.map((key) => ({
    code: 'secret-is-key',
    seen: 'the key in its place',
    key: encoder.encode(key),
  }))
  const addBytes = (code: TokenIssueCode, seen: string, key: Uint8Array | undefined): void => {
    if (key !== undefined) variants.push({ code, seen, key })
  }
  const add = (code: TokenIssueCode, seen: string, key: string): void => {
    if (key !== secret) variants.push({ code, seen, key: encoder.encode(key) })
  }
  for (const [code, before, after, seen] of surroundings) add(code, seen, before + secret + after)
  add('secret-whitespace', 'signed with it trimmed, given with white space', secret.trim())
  if (isQuoted(secret)) {
    add('secret-quoted', 'signed without quotes, given with them', secret.slice(1, -1))
  }
  add('secret-empty', 'empty', '')
  for (const name of missingNames) add('secret-empty', `the text ${name}`, name)
  addBytes('secret-base64-decoded', 'base64-decoded', decodeBase64(secret))
  if (secret.length % 4 === 1) {
    const seen = 'base64-decoded, its last character dropped'
    addBytes('secret-base64-decoded', seen, decodeBase64(secret.slice(0, -1)))
  }
  addBytes('secret-hex-decoded', 'hex-decoded', decodeHex(secret))
  addBytes('secret-low-byte', 'the low byte of each UTF-16 unit', lowBytes(secret))
  for (const text of standIns) add('placeholder-secret', text, text)
  return variants
}
