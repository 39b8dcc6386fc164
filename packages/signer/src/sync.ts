import {
  cobrowse,
  type InputOf,
  type meetingSdk,
  meetingSdkSigning,
  type SigningRules,
  videoSdk,
} from '@sigshift/spec'
import { createClaimsBuilder, type SignerOptions } from './claims.ts'
import { encodeBase64Url } from './encode-base64url.ts'
import { createHmacSha256 } from './hmac-sha256.ts'
import { protectedHeader } from './protected-header.ts'

export type { SignerOptions } from './claims.ts'
export type { Credentials } from './credentials.ts'
export { checkCredentials } from './credentials.ts'
export { CredentialsError, InputError, SignatureError } from './errors.ts'

/** A configured signer whose tokens are there at once. */
export interface SyncSigner<Input> {
  /** @throws {InputError} with the code and the claim that the input breaks. */
  readonly sign: (input: Input) => string
}

const encodedHeader = encodeBase64Url(JSON.stringify(protectedHeader))

function createSyncSigner<const P extends SigningRules>(
  rules: P,
  options: SignerOptions,
): SyncSigner<InputOf<P>> {
  const buildClaims = createClaimsBuilder(rules, options)
  const hmac = createHmacSha256(options.sdkSecret)

  return {
    sign: (input) => {
      const payload = encodeBase64Url(JSON.stringify(buildClaims(input)))
      const signingInput = `${encodedHeader}.${payload}`
      return `${signingInput}.${hmac(signingInput)}`
    },
  }
}

/**
 * Makes the signer of Meeting SDK JWTs, what `join` takes as `signature`. For Node and what has `node:crypto`; the same bytes as the signer of `@sigshift/signer`.
 *
 * Credentials are checked here, once; the input at each `sign`. `iat` lies 30 seconds back, so that
 * a clock that is a little ahead does no harm, and `exp` is counted from it.
 *
 * @throws {CredentialsError} where the key or the secret cannot be right.
 * @example
 * ```ts
 * import { createSigner } from '@sigshift/signer/sync'
 *
 * const { sign } = createSigner({
 *   sdkKey: 'xu3JPaA_RJW2-9l5_HAaLA',
 *   sdkSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
 * })
 * const signature = sign({ meetingNumber: '845 1236 7890', role: 0 })
 * signature.split('.')[0] // => 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'
 * ```
 */
export function createSigner(options: SignerOptions): SyncSigner<InputOf<typeof meetingSdk>> {
  return createSyncSigner(meetingSdkSigning, options)
}

/**
 * Makes the signer of Video SDK JWTs. For Node and what has `node:crypto`; the same bytes as the signer of `@sigshift/signer`.
 *
 * Credentials are checked here, once; the input at each `sign`. `iat` lies 30 seconds back, so that
 * a clock that is a little ahead does no harm, and `exp` is counted from it.
 *
 * @throws {CredentialsError} where the key or the secret cannot be right.
 * @example
 * ```ts
 * import { createVideoSigner } from '@sigshift/signer/sync'
 *
 * const { sign } = createVideoSigner({ sdkKey: 'video-key', sdkSecret: 'video-secret' })
 * const signature = sign({ sessionName: 'stand-up', role: 1, expirationSeconds: 3600 })
 * signature.split('.').length // => 3
 * ```
 */
export function createVideoSigner(options: SignerOptions): SyncSigner<InputOf<typeof videoSdk>> {
  return createSyncSigner(videoSdk, options)
}

/**
 * Makes the signer of Cobrowse SDK JWTs; `role` 1 is the customer, 2 the agent. For Node and what has `node:crypto`; the same bytes as the signer of `@sigshift/signer`.
 *
 * Credentials are checked here, once; the input at each `sign`. `iat` lies 30 seconds back, so that
 * a clock that is a little ahead does no harm, and `exp` is counted from it.
 *
 * @throws {CredentialsError} where the key or the secret cannot be right.
 * @example
 * ```ts
 * import { createCobrowseSigner } from '@sigshift/signer/sync'
 *
 * const { sign } = createCobrowseSigner({ sdkKey: 'cobrowse-key', sdkSecret: 'cobrowse-secret' })
 * const token = sign({ role: 2, userId: 'agent-7', userName: 'Ann' })
 * token.split('.').length // => 3
 * ```
 */
export function createCobrowseSigner(options: SignerOptions): SyncSigner<InputOf<typeof cobrowse>> {
  return createSyncSigner(cobrowse, options)
}
