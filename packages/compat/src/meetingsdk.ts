import type { SdkSignatureArguments } from './arguments.ts'
import { createGenerateSDKSignature } from './create-compat.ts'

export type { SdkSignatureArguments } from './arguments.ts'

const generate = /* #__PURE__ */ createGenerateSDKSignature((token) => token)

/**
 * `generateSDKSignature` of `@zoom/meetingsdk` 3.1 to 3.11: as in `@sigshift/compat`, except that
 * `success` gets the token itself.
 *
 * @throws {CredentialsError} and {InputError} as in `@sigshift/compat`.
 * @example
 * ```ts
 * import { generateSDKSignature } from '@sigshift/compat/meetingsdk'
 *
 * let given
 * const returned = generateSDKSignature({
 *   sdkKey: 'xu3JPaA_RJW2-9l5_HAaLA',
 *   sdkSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
 *   meetingNumber: '84512367890',
 *   role: '0',
 *   success: (token) => {
 *     given = token
 *   },
 * })
 * given === returned // => true
 * ```
 */
export function generateSDKSignature(args: SdkSignatureArguments<string>): string {
  return generate(args)
}
