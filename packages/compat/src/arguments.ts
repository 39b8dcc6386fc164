import type { FailureResult, SuccessResult } from './callbacks.ts'

// `success` and `error` are methods, not function members: Zoom typed both as `Function`, and only
// a method's parameter may be narrowed by the callbacks that people have.

/** What both of the old functions take. */
export interface MeetingArguments<Success> {
  /** 1 to 12 digits, as text or number; spaces and dashes between them are taken out. */
  readonly meetingNumber: string | number
  /** `'0'` or `0` for a participant, `'1'` or `1` for the host. */
  readonly role: string | number
  /** 1801 to 172800; 7200 where absent, as Zoom's packages signed. */
  readonly expirationSeconds?: number
  /** Called before the function returns. */
  success?(result: Success): void
  /** Called before the function throws. */
  error?(failure: FailureResult): void
}

/** The key and secret under either of their names. */
type SdkCredentials =
  | { readonly sdkKey: string; readonly sdkSecret: string }
  | { readonly clientId: string; readonly clientSecret: string }

/** What `generateSDKSignature` takes: Zoom's members, and the lifetime. */
export type SdkSignatureArguments<Success = SuccessResult> = SdkCredentials &
  MeetingArguments<Success>

/** What `generateSignature` takes: Zoom's members, and the lifetime. */
export interface SignatureArguments extends MeetingArguments<SuccessResult> {
  /** SDK key or client ID of a Meeting SDK app. The API key of a JWT app signs nothing any more. */
  readonly apiKey: string
  /** The SDK secret or client secret that belongs to it. */
  readonly apiSecret: string
}
