/** The family that a string belongs to. */
export type TokenFormat = 'legacy' | 'jwt' | 'unknown'

/** What a string is, as far as its shape and claims tell. */
export type TokenKind =
  /** `key.mn.timestamp.role.mac`, base64-encoded. */
  | 'legacy'
  /** Base64 of a key and nothing else. */
  | 'legacy-key-only'
  /** A home-made mixture of the old layout and of claims. */
  | 'legacy-hybrid'
  | 'meeting-sdk'
  | 'video-sdk'
  | 'cobrowse'
  /** `iss` and `exp`: the retired JWT app type, or today's Build platform; the token does not tell which. */
  | 'rest-jwt-app'
  /** An OAuth or Server-to-Server access (or refresh) token. */
  | 'zoom-access-token'
  | 'zak'
  | 'obf'
  /** A JWT whose claims name no Zoom product, or cannot be read. */
  | 'other-jwt'
  | 'unknown'

/** One thing that lay around or over the token and was taken off. */
export type WrapperKind =
  | 'white-space'
  | 'invisible-character'
  | 'line-breaks'
  | 'plus-as-space'
  | 'quotes'
  | 'bytes-literal'
  | 'json'
  | 'assignment'
  | 'bearer'
  | 'punctuation'
  | 'url-encoding'
  | 'key-prefix'
  | 'base64'

export interface Wrapper {
  readonly kind: WrapperKind
  /** What was there, in a few words; never the token itself. */
  readonly seen: string
}

interface DetectionBase {
  readonly format: TokenFormat
  readonly kind: TokenKind
  /** Outermost first. */
  readonly wrappers: readonly Wrapper[]
  /** What was left when every wrapper was off. */
  readonly text: string
}

/** The five fields of the old layout, each as it is written there. */
export interface LegacyFields {
  readonly key: string
  readonly meetingNumber: string
  /** Epoch milliseconds in a sound one. */
  readonly timestamp: string
  readonly role: string
  readonly mac: string
}

export interface LegacyDetection extends DetectionBase {
  readonly format: 'legacy'
  readonly kind: 'legacy' | 'legacy-key-only' | 'legacy-hybrid'
  /** Whether the layout was base64-encoded as a whole, as it should be. */
  readonly outer: 'base64' | 'none'
  /** The text inside. */
  readonly decoded: string
  readonly fields: LegacyFields
}

/** A decoded JSON object. Its members were written by whoever made the token: read with `Object.hasOwn`. */
export type JsonObject = Readonly<Record<string, unknown>>

export interface JwtDetection extends DetectionBase {
  readonly format: 'jwt'
  readonly kind: Exclude<TokenKind, LegacyDetection['kind'] | 'unknown'>
  /** Between the dots, as they are: header, payload, MAC, and whatever follows. */
  readonly parts: readonly string[]
  /** The same before line breaks were taken out; what some encoders sign. */
  readonly signedText: string
  readonly header: JsonObject | undefined
  readonly claims: JsonObject | undefined
}

export interface UnknownDetection extends DetectionBase {
  readonly format: 'unknown'
  readonly kind: 'unknown'
  /** What it is instead, in a few words. */
  readonly seen: string
}

/** What {@link detect} makes of any string. */
export type Detection = LegacyDetection | JwtDetection | UnknownDetection
