import type { LogDestination } from './log.ts'

export interface BatchedOutput extends LogDestination {
  /** Writes what is still held back; to be called when the process ends. */
  readonly flush: () => void
}

/**
 * Gathers the lines of one turn of the event loop into one write: a write a line would cost more than
 * the signature that it tells of. Nothing waits longer than the requests that came in together.
 */
export function createBatchedOutput(
  write: (text: string) => void,
  atEndOfTurn: (flush: () => void) => unknown = setImmediate,
): BatchedOutput {
  let held = ''
  const flush = (): void => {
    const text = held
    held = ''
    if (text !== '') write(text)
  }
  return {
    flush,
    write: (line) => {
      if (held === '') atEndOfTurn(flush)
      held += line
    },
  }
}
