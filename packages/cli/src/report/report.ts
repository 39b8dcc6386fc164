import type { SkippedFile } from '@sigshift/migrate'
import type { AppliedFile } from '@sigshift/migrate/node'
import type { PlacedRewrite } from '../scan/placed-edits.ts'
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
  /** Findings that do not count, by what takes them out. */
  readonly suppressed: Readonly<Record<'comment' | 'configuration' | 'baseline', number>>
}

/** What every format is made from. */
export interface Report {
  readonly command: 'scan' | 'migrate'
  /** Those that count and are still there. */
  readonly findings: readonly ShownFinding[]
  readonly suppressed: readonly ShownFinding[]
  readonly changes: readonly Change[]
  /** What would be written, for formats that carry fixes. */
  readonly placed: readonly PlacedRewrite[]
  readonly summary: Summary
  /** A stored plan was carried out, and nothing scanned. */
  readonly isOfPlan?: true
  /** Tell people the files and the totals alone. */
  readonly isBrief?: true
  /** What to do next, for people. */
  readonly hint?: string
}
