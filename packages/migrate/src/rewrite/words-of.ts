/** The names in code: not what is a member, a key, or inside a plain text. */
export function wordsOf(code: string): ReadonlySet<string> {
  const names = code.replace(/'[^'\n${]*'|"[^"\n${]*"/g, ' ')
  const words = names.match(/(?<![.\p{L}\p{N}_$])[\p{L}\p{N}_$]+(?![\p{L}\p{N}_$]|\s*:)/gu) ?? []
  // Inside a text of Dart and Kotlin `$role` is the variable `role`.
  return new Set(words.flatMap((word) => [word, word.replace(/^\$/, '')]))
}
