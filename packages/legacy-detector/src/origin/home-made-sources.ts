import {
  accountId,
  base64OfHex,
  fiveByDots,
  fourRunTogether,
  hexDigest,
  hmacSha256,
  namedSdkSignature,
  sdkCredentials,
  sixByDots,
} from './code-feature.ts'
import type { KnownSource } from './known-source.ts'

const not = [sixByDots] as const

/** What people made of the samples; nobody at Zoom published these. */
export const homeMadeSources: readonly KnownSource[] = [
  {
    id: 'hybrid-six-fields',
    title: 'Mixture of old signature and JWT: six fields, iat and exp inside the old layout',
    language: 'any',
    needs: [hmacSha256, fourRunTogether, sixByDots],
    signs: [sdkCredentials],
    wrong: ['legacy-hybrid', 'legacy-hmac-code'],
    sources: ['inferred'],
  },
  {
    id: 'base64-of-hex-digest',
    title: 'Old algorithm with base64 of the hex digest in place of base64 of the bytes',
    language: 'any',
    needs: [hmacSha256, fourRunTogether, fiveByDots, base64OfHex],
    not,
    wrong: ['legacy-signature-hex-mac', 'legacy-hmac-code'],
    sources: ['devforum/36563'],
  },
  {
    id: 'hex-digest',
    title: 'Old algorithm with a hex digest in place of base64',
    language: 'any',
    needs: [hmacSha256, fourRunTogether, fiveByDots, hexDigest],
    not: [sixByDots, base64OfHex],
    wrong: ['legacy-signature-hex-mac', 'legacy-hmac-code'],
    sources: ['inferred'],
  },
  {
    id: 'account-id-as-key',
    title: 'Old algorithm with the account ID as key',
    language: 'any',
    needs: [hmacSha256, fourRunTogether, fiveByDots, accountId],
    not,
    wrong: ['wrong-credential-type', 'legacy-hmac-code'],
    sources: ['inferred'],
  },
  {
    id: 'named-sdk-signature',
    title: 'Function named generateSDKSignature that makes the old HMAC signature',
    language: 'any',
    needs: [hmacSha256, fourRunTogether, fiveByDots, namedSdkSignature],
    signs: [sdkCredentials],
    not,
    wrong: ['legacy-signature-with-sdk-key', 'legacy-hmac-code'],
    sources: ['inferred'],
  },
  {
    id: 'sdk-key-in-old-algorithm',
    title: 'Old algorithm keyed with an SDK key or client ID, which never signed that way',
    language: 'any',
    needs: [hmacSha256, fourRunTogether, fiveByDots, sdkCredentials],
    not,
    wrong: ['legacy-signature-with-sdk-key', 'legacy-hmac-code'],
    sources: ['devforum/83251'],
  },
]
