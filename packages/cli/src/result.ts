/** 0: sound. 1: something is wrong with what was looked at. 2: called wrongly. 3: a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3

/** What a command comes to; only the entry writes it out and exits. */
export interface Result {
  readonly exitCode: ExitCode
  readonly stdout: string
  readonly stderr: string
}

export function jsonResult(exitCode: ExitCode, value: unknown): Result {
  return { exitCode, stdout: `${JSON.stringify(value, null, 2)}\n`, stderr: '' }
}
