import type { GitAnswer } from './run-git.ts'
import type { Terminal } from './terminal/terminal.ts'

/** All that lies outside a command and is handed in by the entry, or by a test. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: () => Date
  readonly fetch: typeof fetch
  readonly cwd: string
  readonly stdinIsTerminal: boolean
  /** Rejects where there is more than `maximumBytes`. */
  readonly readStdin: (maximumBytes: number) => Promise<string>
  readonly readFile: (path: string, maximumBytes: number) => Promise<string>
  readonly writeFile: (path: string, text: string, mode: number) => Promise<void>
  readonly exists: (path: string) => Promise<boolean>
  /** Nothing where git is not installed. */
  readonly git: (args: readonly string[], cwd: string) => Promise<GitAnswer | undefined>
  /** Whether there is a terminal to ask and to answer on. */
  readonly canAsk: boolean
  /** Shows a text on the terminal and waits for one of the keys. */
  readonly askKey: (text: string, keys: readonly string[]) => Promise<string>
  /** Asks on the terminal and shows nothing of what is typed. */
  readonly askHidden: (question: string) => Promise<string>
  /** Says on the terminal, where there is one, what is being waited for; `''` takes it away. */
  readonly showProgress: (text: string) => void
  /** Each secret that was taken in; what is written out is searched for them. */
  readonly secrets: Set<string>
  readonly stdout: Terminal
  readonly stderr: Terminal
}
