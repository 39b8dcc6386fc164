import type { SignatureError } from '@sigshift/signer'
import type { IssueCode } from '@sigshift/spec'

/** The names of Zoom's functions, which also stand in what the callbacks get. */
export type Method = 'generateSDKSignature' | 'generateSignature'

/** What `success` got from `@zoomus/websdk` 1.x and 2.x. */
export interface SuccessResult {
  readonly method: Method
  readonly status: true
  readonly errorCode: 0
  readonly errorMessage: null
  /** The token. */
  readonly result: string
}

/** Its counterpart for `error`, with the code that says what to change. */
export interface FailureResult {
  readonly method: Method
  readonly status: false
  readonly errorCode: 1
  readonly errorMessage: string
  readonly result: null
  /** A key of the issue catalogue. */
  readonly code: IssueCode
}

export function toSuccessResult(token: string, method: Method): SuccessResult {
  return { method, status: true, errorCode: 0, errorMessage: null, result: token }
}

/**
 * Hands the failure to `error`, where that is a function, and throws it. Zoom's functions threw too
 * where they could not sign, `generateSignature` after a call of `error`: what stands behind a call
 * has never run without a token.
 */
export function fail(method: Method, args: object, error: SignatureError): never {
  if ('error' in args && typeof args.error === 'function') {
    const failure: FailureResult = {
      method,
      status: false,
      errorCode: 1,
      errorMessage: error.message,
      result: null,
      code: error.code,
    }
    args.error(failure)
  }
  throw error
}
