import type { Sources } from '../source.ts'

/** `error`: Zoom refuses it, or it endangers a secret. `warning`: it fails on some SDKs or at some hours. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note'

/** What is said of an issue. */
export interface IssueWords {
  /** What is wrong, as a sentence without a full stop, at most 64 characters. */
  readonly title: string
  /** Why it fails, at most 160 characters. */
  readonly cause: string
  /** What to change, in the imperative, at most 160 characters. */
  readonly remedy: string
}

/** One row of the issue catalogue; its key is the code, the docs slug and the SARIF rule id. */
export interface IssueEntry extends IssueWords {
  readonly severity: Severity
  readonly sources: Sources
}
