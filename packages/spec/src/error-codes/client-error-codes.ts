import { clientConnectionCodes } from './client-connection-codes.ts'
import { clientGeneralCodes } from './client-general-codes.ts'
import { clientRefusalCodes } from './client-refusal-codes.ts'
import { clientSignatureCodes } from './client-signature-codes.ts'
import type { ErrorCode } from './error-code.ts'

/** `errorCode` and `errorMessage` of the full-page view (`ZoomMtg`), by code. */
export const clientErrorCodes: readonly ErrorCode[] = /* #__PURE__ */ (() => [
  ...clientGeneralCodes,
  ...clientRefusalCodes,
  ...clientSignatureCodes,
  ...clientConnectionCodes,
])()
