import type { Evidence, Severity, TokenIssueCode } from '@sigshift/spec'

/** An issue in words, from the issue catalogue of `@sigshift/spec`. */
export interface ExplainedIssue {
  readonly code: TokenIssueCode
  readonly severity: Severity
  readonly title: string
  readonly cause: string
  readonly remedy: string
  /** The docs page. */
  readonly url: string
  readonly evidence: readonly Evidence[]
}

/** One line of what the token says. */
export interface ExplainedField {
  /** The claim, or the field of the old layout. */
  readonly name: string
  /** The name in people's terms, such as `Meeting number`. */
  readonly label: string
  /** The value in people's terms, such as `2023-11-14 22:13:20 UTC, 5 minutes ago`. */
  readonly text: string
}

/** A diagnosis in words: plain data, no layout, no colours. */
export interface Explanation {
  /** One sentence: what the string is and whether it is sound. */
  readonly summary: string
  readonly fields: readonly ExplainedField[]
  readonly issues: readonly ExplainedIssue[]
  /** Worth knowing, and no fault of the token. */
  readonly notes: readonly string[]
}
