import type { Evidence, Severity, TokenIssueCode } from '@sigshift/spec'
import type { Detection, TokenFormat, TokenKind, Wrapper } from './detection.ts'

/** What the person who asks knows besides the token. */
export interface Expected {
  /** The SDK key or client ID that should be in the token. */
  readonly sdkKey?: string | undefined
  /** The number given to `join`; spaces and dashes in it do not matter. */
  readonly meetingNumber?: string | number | undefined
}

export interface DiagnoseOptions {
  /** The present moment. There is no default: this package never reads a clock. */
  readonly currentDate: Date
  /** The SDK secret or client secret. Without it the MAC stays `'unknown'`; it is never repeated. */
  readonly secret?: string | undefined
  readonly expected?: Expected | undefined
}

/** A cause of failure, with the values that prove it. */
export interface TokenIssue {
  readonly code: TokenIssueCode
  /** From the issue catalogue of `@sigshift/spec`. */
  readonly severity: Severity
  readonly evidence: readonly Evidence[]
}

/** `'unknown'` without a secret; `'mismatch'` also where a known mistake explains the MAC. */
export type MacVerdict = 'verified' | 'mismatch' | 'unknown'

/** What the token says, named alike for old and new ones. Absent where the token does not say it. */
export interface TokenFields {
  readonly key?: string
  /** As it is written in the token. */
  readonly meetingNumber?: string
  /** As it is written in the token: `'0'` for a participant, `'1'` for a host. */
  readonly role?: string
  readonly issuedAt?: Date
  readonly expiresAt?: Date
  /** `tokenExp`: when the session that the token opened ends. */
  readonly sessionExpiresAt?: Date
  /** The MAC as it is written in the token. */
  readonly mac?: string
}

export interface Diagnosis {
  readonly format: TokenFormat
  readonly kind: TokenKind
  /** Errors before warnings before notes; among equals, the most causal first. Empty for a sound token. */
  readonly issues: readonly TokenIssue[]
  readonly mac: MacVerdict
  readonly fields: TokenFields
  /** What was taken off the token, outermost first. */
  readonly wrappers: readonly Wrapper[]
  /** Holds the token itself, and so whatever is in it. */
  readonly detection: Detection
  readonly currentDate: Date
}
