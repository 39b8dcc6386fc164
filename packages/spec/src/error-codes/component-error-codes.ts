import { componentCallCodes } from './component-call-codes.ts'
import { componentConnectionCodes } from './component-connection-codes.ts'
import { componentGeneralCodes } from './component-general-codes.ts'
import { componentRefusalCodes } from './component-refusal-codes.ts'
import { componentSignatureCodes } from './component-signature-codes.ts'
import type { ErrorCode } from './error-code.ts'

/**
 * `errorCode` and `reason` of the embedded view (`ZoomMtgEmbedded`).
 * To most server codes it does not report its own code but 200, with the server's text as `reason`.
 */
export const componentErrorCodes: readonly ErrorCode[] = /* #__PURE__ */ (() => [
  ...componentGeneralCodes,
  ...componentRefusalCodes,
  ...componentSignatureCodes,
  ...componentConnectionCodes,
  ...componentCallCodes,
])()
