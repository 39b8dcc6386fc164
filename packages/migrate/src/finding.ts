import type { IssueCode, Severity } from '@sigshift/spec'
import type { Edit } from './rewrite/edit.ts'
import type { IgnoreComment } from './suppressions.ts'

/** How sure it is that this is Zoom's signature and nothing else. */
export type Confidence = 'high' | 'medium' | 'low'

/** An issue at a place of a file. Lines and columns count from 1, columns in UTF-16 units. */
export interface Finding {
  readonly code: IssueCode
  readonly severity: Severity
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly language: string
  readonly confidence: Confidence
  /** The published sample that the code follows. */
  readonly origin?: string
  /** Whether the plan rewrites it. */
  readonly fixable: boolean
  readonly commentedOut: boolean
  /** Whether a secret is in reach of whoever opens the page. */
  readonly secretInBrowser: boolean
  /** Deviations from the sample, and other facts in a few words. */
  readonly notes: readonly string[]
  /** Why it is left as it is. */
  readonly manual?: { readonly reason: string; readonly replacement?: string }
  /** Nothing is wrong here; the place changes because others are rewritten. */
  readonly isConsequence?: true
}

/** A finding that a comment in the file passes over; it is not rewritten. */
export interface IgnoredFinding extends Finding {
  readonly ignoredBy: IgnoreComment
}

/** What a rewritten file needs to become. */
export interface FileRewrite {
  readonly file: string
  /** SHA-256 of the UTF-8 bytes that were scanned, in hex. */
  readonly sha256: string
  /** SHA-256 of what it becomes; `apply` tells by it what is done already. */
  readonly becomes: string
  readonly edits: readonly Edit[]
  readonly codes: readonly IssueCode[]
  /** Files that must have been rewritten, and what they are then; else this is left as it is. */
  readonly needs?: readonly { readonly file: string; readonly sha256: string }[]
}

export interface SkippedFile {
  readonly file: string
  readonly reason: string
}

export interface ScanSummary {
  readonly scanned: number
  readonly parsed: number
  readonly skipped: readonly SkippedFile[]
  readonly found: number
  readonly fixable: number
  readonly manual: number
}

export interface ScanReport {
  readonly findings: readonly Finding[]
  /** What would be findings without a comment that passes over them; `summary` does not count them. */
  readonly ignored: readonly IgnoredFinding[]
  readonly rewrites: readonly FileRewrite[]
  readonly summary: ScanSummary
}
