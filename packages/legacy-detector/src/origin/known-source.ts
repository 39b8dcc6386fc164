import type { IssueCode, Sources } from '@sigshift/spec'
import type { CodeFeature } from './code-feature.ts'

/** The language of the sample; `any` for variants that are met in several. */
export type SourceLanguage =
  | 'any'
  | 'csharp'
  | 'go'
  | 'java'
  | 'javascript'
  | 'php'
  | 'python'
  | 'ruby'

/** The years in which a revision was the published one; without `until`, it still is. */
export interface Years {
  readonly from: number
  readonly until?: number
}

/** One official sample, docs revision or home-made variant, and how to know code that follows it. */
export interface KnownSource {
  readonly id: string
  readonly title: string
  readonly language: SourceLanguage
  /** Absent: home-made, so there is no revision to date. */
  readonly years?: Years
  /** The year in which the sample began to take 30 seconds off its timestamp. */
  readonly skewSince?: number
  /** All of them must be there. */
  readonly needs: readonly CodeFeature[]
  /** None of them may be there. */
  readonly not?: readonly CodeFeature[]
  /** Make the match surer. */
  readonly signs?: readonly CodeFeature[]
  /** What is wrong with it, most telling first; empty where the token it makes is sound. */
  readonly wrong: readonly IssueCode[]
  readonly sources: Sources
}
