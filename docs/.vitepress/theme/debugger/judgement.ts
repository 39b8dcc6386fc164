import type { Evidence, IssueCode, Severity, View } from '@sigshift/spec'

/** What the page asks its worker: all of it is plain data, and stays in the page. */
export interface Question {
  readonly id: number
  readonly text: string
  readonly secret?: string
  readonly sdkKey?: string
  readonly meetingNumber?: string
  /** Epoch milliseconds: the clock is the page's. */
  readonly now: number
}

/** A piece of the token with the name of what it is. */
export interface Segment {
  readonly name: string
  readonly text: string
}

export interface IssueRow {
  readonly code: IssueCode
  readonly severity: Severity
  readonly title: string
  readonly cause: string
  readonly remedy: string
  readonly evidence: readonly Evidence[]
}

export interface SymptomRow {
  readonly slug: string
  readonly text: string
  readonly errorCode?: number
  readonly views: readonly View[]
}

/** An issue named, for lists of causes. */
export type CauseRow = Pick<IssueRow, 'code' | 'title' | 'remedy'>

export interface Moment {
  readonly name: string
  /** Epoch milliseconds. */
  readonly at: number
}

export interface TokenJudgement {
  readonly kind: 'token'
  readonly summary: string
  readonly worst: Severity | 'none'
  /** The token cut at its dots, or the decoded text of an old signature at its fields. */
  readonly segments: readonly Segment[]
  /** Where `segments` are of decoded text. */
  readonly decoded: boolean
  readonly wrappers: readonly string[]
  readonly fields: readonly {
    readonly name: string
    readonly label: string
    readonly text: string
  }[]
  /** Header and payload decoded, as JSON where they are any. */
  readonly contents: readonly Segment[]
  readonly issues: readonly IssueRow[]
  readonly notes: readonly string[]
  readonly moments: readonly Moment[]
  readonly shown: readonly SymptomRow[]
  /** Whether a link to it may be made: it is a token, and the secret is not in it. */
  readonly shareable: boolean
}

export interface SymptomJudgement {
  readonly kind: 'symptom'
  readonly summary: string
  readonly matches: readonly (SymptomRow & {
    readonly nextCheck: string
    readonly causes: readonly CauseRow[]
  })[]
}

export interface SourceJudgement {
  readonly kind: 'source'
  /** Of the best match, for the grammar. */
  readonly language: string
  readonly summary: string
  readonly matches: readonly {
    readonly title: string
    readonly years: string
    readonly matched: readonly string[]
    readonly wrong: readonly CauseRow[]
  }[]
}

export type Judgement =
  | { readonly kind: 'empty' }
  | TokenJudgement
  | SymptomJudgement
  | SourceJudgement

/** Asks what `sigshift migrate` would make of a snippet. */
export interface MigrationQuestion {
  readonly id: number
  readonly migrate: string
  readonly language: string
}

export interface Migration {
  /** The rewritten snippet; absent where nothing in it is rewritten. */
  readonly text: string | undefined
  /** Why something is left to do by hand. */
  readonly manual: readonly string[]
}

export interface MigrationAnswer {
  readonly id: number
  readonly migration: Migration | { readonly fault: string }
}

export interface Answer {
  readonly id: number
  readonly judgement: Judgement
}
