import type { TokenIssueCode } from '@sigshift/spec'
import { decodeBase64 } from './decode-base64.ts'
import { decodeHex } from './mac-form.ts'

/** A key that a signer may have used instead of the secret. */
export interface SecretVariant {
  readonly code: TokenIssueCode
  /** What was done to the secret; never the secret. */
  readonly seen: string
  /** `undefined` where it cannot be done to this secret. */
  readonly key: Uint8Array | string | undefined
}

type Row = readonly [
  code: TokenIssueCode,
  seen: string,
  make: (secret: string) => Uint8Array | string | undefined,
]

function lowBytes(secret: string): Uint8Array | undefined {
  // The same as UTF-8 where all is ASCII, and then it explains nothing.
  return /\P{ASCII}/u.test(secret)
    ? Uint8Array.from({ length: secret.length }, (_, i) => secret.charCodeAt(i))
    : undefined
}

function unquote(secret: string): string | undefined {
  return /^(["'`]).*\1$/s.test(secret) ? secret.slice(1, -1) : undefined
}

const rows: readonly Row[] = [
  ['secret-whitespace', 'a line feed after it', (secret) => `${secret}\n`],
  ['secret-whitespace', 'carriage return and line feed after it', (secret) => `${secret}\r\n`],
  ['secret-whitespace', 'a carriage return after it', (secret) => `${secret}\r`],
  ['secret-whitespace', 'a space after it', (secret) => `${secret} `],
  ['secret-whitespace', 'a space before it', (secret) => ` ${secret}`],
  ['secret-whitespace', 'a space on both sides', (secret) => ` ${secret} `],
  ['secret-whitespace', 'a tab after it', (secret) => `${secret}\t`],
  ['secret-whitespace', 'a line feed before it', (secret) => `\n${secret}`],
  ['secret-whitespace', 'a byte order mark before it', (secret) => `\ufeff${secret}`],
  ['secret-whitespace', 'a zero-width space after it', (secret) => `${secret}\u200b`],
  [
    'secret-whitespace',
    'signed with it trimmed, given with white space',
    (secret) => secret.trim(),
  ],
  ['secret-quoted', 'double quotes around it', (secret) => `"${secret}"`],
  ['secret-quoted', 'single quotes around it', (secret) => `'${secret}'`],
  ['secret-quoted', 'backticks around it', (secret) => `\`${secret}\``],
  ['secret-quoted', 'double quotes and a line feed', (secret) => `"${secret}"\n`],
  ['secret-quoted', 'signed without quotes, given with them', unquote],
  ['secret-empty', 'empty', () => ''],
  ['secret-empty', 'the text undefined', () => 'undefined'],
  ['secret-empty', 'the text null', () => 'null'],
  ['secret-empty', 'the text None', () => 'None'],
  ['secret-empty', 'the text NaN', () => 'NaN'],
  ['secret-base64-decoded', 'base64-decoded', (secret) => decodeBase64(secret)],
  [
    'secret-base64-decoded',
    'base64-decoded, its last character dropped',
    (secret) => (secret.length % 4 === 1 ? decodeBase64(secret.slice(0, -1)) : undefined),
  ],
  ['secret-hex-decoded', 'hex-decoded', decodeHex],
  ['secret-low-byte', 'the low byte of each UTF-16 unit', lowBytes],
  ['placeholder-secret', 'SDK_SECRET_HERE', () => 'SDK_SECRET_HERE'],
  ['placeholder-secret', 'YOUR_SDK_SECRET', () => 'YOUR_SDK_SECRET'],
  ['placeholder-secret', 'your_sdk_secret', () => 'your_sdk_secret'],
  ['placeholder-secret', 'your-256-bit-secret', () => 'your-256-bit-secret'],
  ['placeholder-secret', 'secret', () => 'secret'],
]

/** What people make of a secret before they sign with it, likeliest first. `keys` are those of the token. */
export function secretVariants(secret: string, keys: readonly string[]): readonly SecretVariant[] {
  return [
    ...keys.map((key) => ({
      code: 'secret-is-key' as const,
      seen: 'the key in its place',
      key,
    })),
    ...rows.map(([code, seen, make]) => {
      const key = make(secret)
      return { code, seen, key: key === secret ? undefined : key }
    }),
  ]
}
