/** A language that is known by its words alone: its old code is found, but not rewritten. */
export interface UnparsedLanguage {
  readonly name: string
  readonly extensions: readonly string[]
  /** A function that makes today's token, to be pasted, with what it needs imported. */
  readonly replacement: string
}
