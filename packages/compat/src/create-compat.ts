import { issueUrl } from '@sigshift/spec'
import type { SdkSignatureArguments, SignatureArguments } from './arguments.ts'
import { type Method, type SuccessResult, toSuccessResult } from './callbacks.ts'
import { createOldFunction } from './create-old-function.ts'
import { findSdkCredentials } from './named-credentials.ts'

/** What the old functions depend on. */
export interface CompatOptions {
  /** The present moment; the system's clock where absent. */
  readonly clock?: () => Date
  /** Gets the notice that `generateSignature` makes a JWT, at its first call. */
  readonly warn?: (message: string) => void
}

/** The functions of `@zoomus/websdk`. */
export interface Compat {
  readonly generateSDKSignature: (args: SdkSignatureArguments) => string
  readonly generateSignature: (args: SignatureArguments) => string
}

const notice =
  'generateSignature of @sigshift/compat makes a Meeting SDK JWT, since Zoom refuses the old ' +
  'signature. apiKey and apiSecret have to be the key and secret of a Meeting SDK app: JWT apps ' +
  `ended on 2023-09-08. See ${issueUrl('generate-signature-call')}`

/** Makes `generateSDKSignature` with a choice of what `success` gets. */
export function createGenerateSDKSignature<Success>(
  toResult: (token: string, method: Method) => Success,
  { clock }: CompatOptions = {},
): (args: SdkSignatureArguments<Success>) => string {
  const findCredentials = findSdkCredentials
  return createOldFunction({ method: 'generateSDKSignature', findCredentials, toResult, clock })
}

/** Makes both functions of `@zoomus/websdk`. */
export function createCompat({ clock, warn }: CompatOptions = {}): Compat {
  const names = { sdkKey: 'apiKey', sdkSecret: 'apiSecret' }
  const generateSignature = createOldFunction<SuccessResult, SignatureArguments>({
    method: 'generateSignature',
    findCredentials: ({ apiKey: sdkKey, apiSecret: sdkSecret }) => ({ sdkKey, sdkSecret, names }),
    toResult: toSuccessResult,
    clock,
  })
  let isTold = false

  return {
    generateSDKSignature: createGenerateSDKSignature(toSuccessResult, clock && { clock }),
    generateSignature: (args) => {
      if (!isTold) warn?.(notice)
      isTold = true
      return generateSignature(args)
    },
  }
}
