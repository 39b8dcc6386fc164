import type { Sources } from '../source.ts'
import type { View } from '../symptoms/symptom.ts'

/**
 * What Zoom's server said before the SDK made its own code of it.
 *
 * `info`: the answer to the request `wc/info` that `join` sends first.
 * `connection`: a later stage, by inference the meeting connection; read in the package, not measured.
 */
export interface ServerAnswer {
  readonly stage: 'info' | 'connection'
  /** The server's own code, its `errorCode`. */
  readonly code: number
  /** The server's text, to the letter; absent: no text needed, or any that no other row names. */
  readonly text?: string
}

/** One code that an SDK reports, with one text; a code that has several texts has several rows. */
export interface ErrorCode {
  readonly code: number
  readonly view: View
  /** The only platform on which the number means this; absent: every platform of the view. */
  readonly platform?: 'android' | 'windows'
  /** The name in the package's or Zoom's own tables; absent where neither gives one. */
  readonly name?: string
  /** What the SDK shows in en-US; `''` where its English texts have none. */
  readonly text: string
  readonly serverAnswers?: readonly ServerAnswer[]
  /** First and last SDK version the row was seen in; absent: web SDK 3.13.2 to 6.2.0, or not version-bound. */
  readonly since?: string
  readonly until?: string
  readonly sources: Sources
}
