import type { SdkSignatureArguments } from './arguments.ts'
import { refuseInBrowser } from './refuse-in-browser.ts'

export type { SdkSignatureArguments } from './arguments.ts'

/**
 * Refuses in a browser: whoever loads the page reads the secret. Ask a server with
 * `fetchSignature` of `@sigshift/compat`.
 *
 * @throws {CredentialsError} with `secret-in-frontend`, after a call of `error`.
 */
export function generateSDKSignature(args: SdkSignatureArguments<string>): string {
  return refuseInBrowser('generateSDKSignature', args)
}
