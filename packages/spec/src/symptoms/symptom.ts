import type { IssueCode } from '../issue-catalogue.ts'
import type { Sources } from '../source.ts'

/** `client`: the full-page view (`ZoomMtg`). `component`: the embedded view (`ZoomMtgEmbedded`). `native`: iOS, Android, Windows, macOS, Linux. */
export type View = 'client' | 'component' | 'native'

/**
 * Where the developer meets the symptom. `silence`: the page waits and nothing is said.
 * `announcement`: it is read or told, and need not be true of what the developer has.
 */
export type SymptomPlace =
  | 'error-object'
  | 'exception'
  | 'console'
  | 'page'
  | 'network'
  | 'silence'
  | 'announcement'

/** What a developer sees when a join fails, and which issues make it, most likely first. */
export interface Symptom {
  /** The docs slug, `/symptoms/<slug>`. */
  readonly slug: string
  /** The text as the SDK shows it, in full where it is short; `''` for silence. */
  readonly text: string
  /** Other texts that mean the same (console line, `result` field, page text, other engine's wording). */
  readonly alsoShown?: readonly string[]
  /** The `errorCode` of the error object, where there is one. */
  readonly errorCode?: number
  readonly place: SymptomPlace
  readonly views: readonly View[]
  /** First and last web SDK version that shows it, where measurements bound it (3.13.2 to 6.2.0 were run). */
  readonly since?: string
  readonly until?: string
  /** Most likely first; empty only where nothing is wrong. */
  readonly causes: readonly IssueCode[]
  /** The next thing to look at, in the imperative, at most 160 characters. */
  readonly nextCheck: string
  readonly sources: Sources
}
