import type { SdkSignatureArguments, SignatureArguments } from './arguments.ts'
import { refuseInBrowser } from './refuse-in-browser.ts'

export { CredentialsError, InputError } from '@sigshift/signer'
export type { SdkSignatureArguments, SignatureArguments } from './arguments.ts'
export type { FailureResult, SuccessResult } from './callbacks.ts'
export { EndpointError } from './endpoint-error.ts'
export type { FetchSignatureOptions } from './fetch-signature.ts'
export { fetchSignature } from './fetch-signature.ts'
export type { Join } from './fetch-signature-and-join.ts'
export { fetchSignatureAndJoin } from './fetch-signature-and-join.ts'

/**
 * Refuses in a browser: whoever loads the page reads the secret. Ask a server with
 * `fetchSignature`.
 *
 * @throws {CredentialsError} with `secret-in-frontend`, after a call of `error`.
 */
export function generateSDKSignature(args: SdkSignatureArguments): string {
  return refuseInBrowser('generateSDKSignature', args)
}

/**
 * Refuses in a browser: whoever loads the page reads the secret. Ask a server with
 * `fetchSignature`.
 *
 * @throws {CredentialsError} with `secret-in-frontend`, after a call of `error`.
 */
export function generateSignature(args: SignatureArguments): string {
  return refuseInBrowser('generateSignature', args)
}
