import { clientErrorCodes } from './client-error-codes.ts'
import { componentErrorCodes } from './component-error-codes.ts'
import type { ErrorCode } from './error-code.ts'
import { nativeErrorCodes } from './native-error-codes.ts'

/** Every error code of Zoom's Meeting SDKs that this package knows, by view. */
export const errorCodes: readonly ErrorCode[] = /* #__PURE__ */ (() => [
  ...clientErrorCodes,
  ...componentErrorCodes,
  ...nativeErrorCodes,
])()
