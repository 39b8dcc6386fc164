/** The command line, a file or a variable is not as it must be: exit code 2. Its text may be shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** What to do about it. */
  readonly advice: string

  constructor(message: string, advice: string) {
    super(message)
    this.advice = advice
  }
}
