import {
  cobrowse,
  type InputOf,
  type meetingSdk,
  meetingSdkSigning,
  type SigningRules,
  videoSdk,
} from '@sigshift/spec'
import { CompactSign, type CryptoKey } from 'jose'
import { createClaimsBuilder, type SignerOptions } from './claims.ts'
import { protectedHeader } from './protected-header.ts'

export type { SignerOptions } from './claims.ts'
export type { Credentials } from './credentials.ts'
export { checkCredentials } from './credentials.ts'
export { CredentialsError, InputError, SignatureError } from './errors.ts'

/** A configured signer. */
export interface Signer<Input> {
  /** Rejects with {@link InputError}, which has the code and the claim that the input breaks. */
  readonly sign: (input: Input) => Promise<string>
}

const encoder = new TextEncoder()

function createAsyncSigner<const P extends SigningRules>(
  rules: P,
  options: SignerOptions,
): Signer<InputOf<P>> {
  const buildClaims = createClaimsBuilder(rules, options)
  const secret = encoder.encode(options.sdkSecret)
  // The key is imported at the first token and kept; nothing can fail in it that was not checked.
  let key: Promise<CryptoKey> | undefined
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }

  return {
    sign: async (input) => {
      const payload = encoder.encode(JSON.stringify(buildClaims(input)))
      key ??= crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
      return new CompactSign(payload).setProtectedHeader(protectedHeader).sign(await key)
    },
  }
}

/**
 * Makes the signer of Meeting SDK JWTs, what `join` takes as `signature`. Runs on WebCrypto: Node, Bun, Deno, workers, edge runtimes.
 *
 * Credentials are checked here, once; the input at each `sign`. `iat` lies 30 seconds back, so that
 * a clock that is a little ahead does no harm, and `exp` is counted from it.
 *
 * @throws {CredentialsError} where the key or the secret cannot be right.
 * @example
 * ```ts
 * import { createSigner } from '@sigshift/signer'
 *
 * const { sign } = createSigner({
 *   sdkKey: 'xu3JPaA_RJW2-9l5_HAaLA',
 *   sdkSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
 * })
 * const signature = await sign({ meetingNumber: '845 1236 7890', role: 0 })
 * signature.split('.')[0] // => 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'
 * ```
 */
export function createSigner(options: SignerOptions): Signer<InputOf<typeof meetingSdk>> {
  return createAsyncSigner(meetingSdkSigning, options)
}

/**
 * Makes the signer of Video SDK JWTs. Runs on WebCrypto: Node, Bun, Deno, workers, edge runtimes.
 *
 * Credentials are checked here, once; the input at each `sign`. `iat` lies 30 seconds back, so that
 * a clock that is a little ahead does no harm, and `exp` is counted from it.
 *
 * @throws {CredentialsError} where the key or the secret cannot be right.
 * @example
 * ```ts
 * import { createVideoSigner } from '@sigshift/signer'
 *
 * const { sign } = createVideoSigner({ sdkKey: 'video-key', sdkSecret: 'video-secret' })
 * const signature = await sign({ sessionName: 'stand-up', role: 1, expirationSeconds: 3600 })
 * signature.split('.').length // => 3
 * ```
 */
export function createVideoSigner(options: SignerOptions): Signer<InputOf<typeof videoSdk>> {
  return createAsyncSigner(videoSdk, options)
}

/**
 * Makes the signer of Cobrowse SDK JWTs; `role` 1 is the customer, 2 the agent. Runs on WebCrypto: Node, Bun, Deno, workers, edge runtimes.
 *
 * Credentials are checked here, once; the input at each `sign`. `iat` lies 30 seconds back, so that
 * a clock that is a little ahead does no harm, and `exp` is counted from it.
 *
 * @throws {CredentialsError} where the key or the secret cannot be right.
 * @example
 * ```ts
 * import { createCobrowseSigner } from '@sigshift/signer'
 *
 * const { sign } = createCobrowseSigner({ sdkKey: 'cobrowse-key', sdkSecret: 'cobrowse-secret' })
 * const token = await sign({ role: 2, userId: 'agent-7', userName: 'Ann' })
 * token.split('.').length // => 3
 * ```
 */
export function createCobrowseSigner(options: SignerOptions): Signer<InputOf<typeof cobrowse>> {
  return createAsyncSigner(cobrowse, options)
}
