import type { Sources } from '../source.ts'
import type { IssueWords } from './issue-entry.ts'

export type CredentialIssueCode =
  | 'secret-mismatch'
  | 'secret-base64-decoded'
  | 'secret-hex-decoded'
  | 'secret-low-byte'
  | 'secret-whitespace'
  | 'secret-quoted'
  | 'secret-empty'
  | 'secret-is-key'
  | 'credentials-swapped'
  | 'key-mismatch'
  | 'key-empty'
  | 'key-whitespace'
  | 'key-quoted'
  | 'placeholder-key'
  | 'placeholder-secret'

/** The key or the secret is not the app's own, or was changed before it was used. */
export const credentialIssues: Readonly<Record<CredentialIssueCode, IssueWords>> = {
  'secret-mismatch': {
    title: 'The MAC does not verify with this secret',
    cause:
      'The secret belongs to another app, was rotated or mistyped; Zoom typically answers 3712.',
    remedy: 'Copy the client secret of the app whose key is in `appKey`, then sign again.',
  },
  'secret-base64-decoded': {
    title: 'The secret was base64-decoded before signing',
    cause: "Zoom takes the secret as text; jjwt's `signWith(HS256, String)` decodes it first.",
    remedy: 'Pass the UTF-8 bytes of the secret: `secret.getBytes(UTF_8)`.',
  },
  'secret-hex-decoded': {
    title: 'The secret was hex-decoded before signing',
    cause: 'Zoom takes the secret as text; jsrsasign reads an all-hex one of even length as hex.',
    remedy: 'Pass the UTF-8 bytes of the secret; for jsrsasign, `{ utf8: secret }`.',
  },
  'secret-low-byte': {
    title: 'Each character of the secret was cut to one byte',
    cause: 'jsrsasign keeps the low byte of each UTF-16 unit; HS256 wants the UTF-8 bytes.',
    remedy: 'Check the secret for a stray character; for jsrsasign, pass `{ utf8: secret }`.',
  },
  'secret-whitespace': {
    title: 'The secret has white space around it',
    cause: 'A line end or blank of the setting became part of the HMAC key.',
    remedy: 'Store the secret without it, or trim it where it is read.',
  },
  'secret-quoted': {
    title: 'The secret has quotes around it',
    cause: 'The quotes of the setting became part of the HMAC key.',
    remedy: 'Store the secret without quotes.',
  },
  'secret-empty': {
    title: 'The secret was empty or undefined',
    cause: 'The setting was missing, so the HMAC key was empty or a word such as `undefined`.',
    remedy: 'Set the secret, and let the signer stop at start where it is missing.',
  },
  'secret-is-key': {
    title: 'The key was used as the secret',
    cause: 'The MAC verifies with the key in the token, which anybody can read.',
    remedy: 'Sign with the client secret; the client ID goes into `appKey` only.',
  },
  'credentials-swapped': {
    title: 'Key and secret are swapped: the token holds the secret',
    cause:
      'The SDK key signed and `appKey` holds the secret, for every holder of the token to read.',
    remedy: 'Rotate the secret now; then sign with it and put the key into `appKey`.',
  },
  'key-mismatch': {
    title: 'The keys do not agree',
    cause: "`appKey`, `sdkKey` and the app's key must be the same; the web SDK sends `appKey`.",
    remedy: 'Use the key of the app whose secret signs, in both claims and on the page.',
  },
  'key-empty': {
    title: 'The key is empty',
    cause: 'The setting with the SDK key is missing; the web SDK stops at an empty `appKey`.',
    remedy: 'Set the client ID of the Meeting SDK app where the signer reads its key.',
  },
  'key-whitespace': {
    title: 'The key has white space around it',
    cause: 'The web SDK sends `appKey` with its blanks, which is not the key that Zoom knows.',
    remedy: 'Store the key without them, or trim it where it is read.',
  },
  'key-quoted': {
    title: 'The key has quotes around it',
    cause:
      'The quotes of the setting became part of `appKey`, which is not the key that Zoom knows.',
    remedy: 'Store the key without quotes.',
  },
  'placeholder-key': {
    title: 'The key is a placeholder',
    cause: 'A sample value such as `SDK_KEY_HERE` was never replaced; no app has that key.',
    remedy: 'Set the client ID of your Meeting SDK app.',
  },
  'placeholder-secret': {
    title: 'The secret is a placeholder',
    cause: 'A sample value such as `SDK_SECRET_HERE` was never replaced; no app has that secret.',
    remedy: 'Set the client secret of your Meeting SDK app.',
  },
}

/** Where each of them is told or was seen. */
export const credentialSources: Readonly<Record<CredentialIssueCode, Sources>> = {
  'secret-mismatch': ['docs/meeting-sdk/auth', 'rfc/7515'],
  'secret-base64-decoded': ['github/jwtk/jjwt#517', 'github/jwtk/jjwt#248'],
  'secret-hex-decoded': ['github/kjur/jsrsasign#324', 'npm/jsrsasign@11.1.0'],
  'secret-low-byte': ['npm/jsrsasign@11.1.0'],
  'secret-whitespace': ['rfc/2104'],
  'secret-quoted': ['rfc/2104'],
  'secret-empty': ['rfc/2104'],
  'secret-is-key': ['docs/meeting-sdk/auth'],
  'credentials-swapped': ['docs/meeting-sdk/auth', 'rfc/7519'],
  'key-mismatch': ['measured/@zoom/meetingsdk@6.2.0', 'devforum/46614'],
  'key-empty': ['measured/@zoom/meetingsdk@6.2.0'],
  'key-whitespace': ['measured/@zoom/meetingsdk@6.2.0'],
  'key-quoted': ['inferred'],
  'placeholder-key': ['docs/meeting-sdk/get-credentials'],
  'placeholder-secret': ['docs/meeting-sdk/get-credentials'],
}
