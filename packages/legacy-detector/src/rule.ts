import type { Evidence, TokenIssueCode } from '@sigshift/spec'
import type { Detection, JwtDetection, LegacyDetection } from './detection.ts'
import type { Expected } from './diagnosis.ts'
import type { MacForm } from './mac-form.ts'
import type { MacProof } from './prove-mac.ts'

type ClaimEvidence = ReadonlyMap<TokenIssueCode, readonly Evidence[]>

/** All that a rule may look at. */
export interface Subject<D extends Detection = Detection> {
  readonly detection: D
  /** Epoch seconds, with fractions; `NaN` where the date is invalid, and then no rule on time applies. */
  readonly now: number
  readonly expected: Expected
  readonly proof: MacProof
  readonly macForm: MacForm
  /** What the claim rules of `@sigshift/spec` found, by code. */
  readonly claimIssues: ClaimEvidence
}

export type JwtSubject = Subject<JwtDetection>
export type LegacySubject = Subject<LegacyDetection>

/** The values that prove an issue; `undefined` where there is none. */
export type Finding = readonly Evidence[] | undefined

/** Evidence of one value. */
export function found(field: string, seen: string, wanted: string): readonly Evidence[] {
  return [{ field, seen, wanted }]
}

/** One cause of failure. Tables of them are ordered: the most causal first. */
export interface Rule<S extends Subject = Subject> {
  readonly code: TokenIssueCode
  /** Codes that mean nothing beside this one; `'rest'` for every row below. */
  readonly suppresses?: 'rest' | readonly TokenIssueCode[]
  readonly find: (subject: S) => Finding
}
