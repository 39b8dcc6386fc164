import type { SdkSignatureArguments, SignatureArguments } from './arguments.ts'
import { createCompat } from './create-compat.ts'

export { CredentialsError, InputError } from '@sigshift/signer/sync'
export type { SdkSignatureArguments, SignatureArguments } from './arguments.ts'
export type { FailureResult, SuccessResult } from './callbacks.ts'
export { EndpointError } from './endpoint-error.ts'
export type { FetchSignatureOptions } from './fetch-signature.ts'
export { fetchSignature } from './fetch-signature.ts'
export type { Join } from './fetch-signature-and-join.ts'
export { fetchSignatureAndJoin } from './fetch-signature-and-join.ts'

const compat = /* #__PURE__ */ createCompat({
  warn: (message) => {
    process.emitWarning(message, { type: 'DeprecationWarning', code: 'SIGSHIFT_COMPAT' })
  },
})

/**
 * `generateSDKSignature` of `@zoomus/websdk` 2.3 to 2.18, making a Meeting SDK JWT that has every
 * claim of today. Synchronous; `success` gets the token in `result`, and it is returned too.
 *
 * @throws {CredentialsError} with `key-*`, `secret-*`, `placeholder-*` or `wrong-credential-type`.
 * @throws {InputError} with `mn-missing`, `mn-not-digits`, `role-invalid`, `role-as-string`,
 * `lifetime-*` or `time-not-integer`. `error` is called before either is thrown.
 * @example
 * ```ts
 * import { generateSDKSignature } from '@sigshift/compat'
 *
 * const signature = generateSDKSignature({
 *   sdkKey: 'xu3JPaA_RJW2-9l5_HAaLA',
 *   sdkSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
 *   meetingNumber: '845 1236 7890',
 *   role: '0',
 * })
 * JSON.parse(atob(signature.split('.')[1])).mn // => '84512367890'
 * ```
 */
export function generateSDKSignature(args: SdkSignatureArguments): string {
  return compat.generateSDKSignature(args)
}

/**
 * `generateSignature` of `@zoomus/websdk` 1.x to 2.7, making a Meeting SDK JWT in place of the old
 * signature; the first call warns of it with the code `SIGSHIFT_COMPAT`. `apiKey` and `apiSecret`
 * have to be the key and secret of a Meeting SDK app.
 *
 * @throws {CredentialsError} with `key-*`, `secret-*` or `placeholder-*`.
 * @throws {InputError} as {@link generateSDKSignature}. `error` is called before either is thrown.
 * @example
 * ```ts
 * import { generateSignature } from '@sigshift/compat'
 *
 * const signature = generateSignature({
 *   apiKey: 'xu3JPaA_RJW2-9l5_HAaLA', // by now the SDK key or client ID
 *   apiSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
 *   meetingNumber: 84512367890,
 *   role: 1,
 * })
 * JSON.parse(atob(signature.split('.')[1])).appKey // => 'xu3JPaA_RJW2-9l5_HAaLA'
 * ```
 */
export function generateSignature(args: SignatureArguments): string {
  return compat.generateSignature(args)
}
