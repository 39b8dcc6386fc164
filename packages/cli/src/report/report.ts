import type { SkippedFile } from '@sigshift/migrate'
import type { AppliedFile } from '@sigshift/migrate/node'
import type { ShownFinding } from '../scan/shown-finding.ts'

/** What became of a file's rewrite. */
type Outcome = 'pending' | 'declined' | AppliedFile['outcome']

/** A file that is, or would be, rewritten. */
export interface Change {
  readonly file: string
  readonly codes: readonly string[]
  /** A unified diff without secrets; absent where there is no text to compare. */
  readonly diff?: string
  /** The diff leaves secrets out, so it cannot be applied. */
  readonly isMasked?: true
  readonly outcome: Outcome
}

/** The totals at the end. */
export interface Summary {
  /** Files that were read. */
  readonly scanned: number
  /** Files that were taken apart, since a word in them called for it. */
  readonly parsed: number
  readonly skipped: readonly SkippedFile[]
  /** Findings that count, also those that were rewritten. */
  readonly found: number
  readonly fixable: number
  readonly manual: number
  /** Files that were written. */
  readonly rewritten: number
  /** Findings that the configuration takes out. */
  readonly ignored: number
  /** Findings that the baseline knows. */
  readonly known: number
}

/** What every format is made from. */
export interface Report {
  readonly command: 'scan' | 'migrate'
  /** Those that count and are still there. */
  readonly findings: readonly ShownFinding[]
  readonly suppressed: readonly ShownFinding[]
  readonly changes: readonly Change[]
  readonly summary: Summary
  /** Tell people the files and the totals alone. */
  readonly isBrief?: true
  /** What to do next, for people. */
  readonly hint?: string
}
