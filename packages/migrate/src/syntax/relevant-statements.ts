/** What tells which statements of a file have to do with each other. */
export interface Relevance {
  /** What each place that a rule can report is named with, there or in code that it rests on. */
  readonly words: RegExp
  /** Words that name nothing in this language, so that two statements may both have them. */
  readonly reserved: ReadonlySet<string>
}

/** Imports say where new ones go; comments may hold code, and say what of a text is switched off. */
const alwaysRead = /\b(?:import|require|use)\b|\/[/*]|<!--|-->|#/
const names = /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/g

function namesIn(text: string, reserved: ReadonlySet<string>): ReadonlySet<string> {
  return new Set((text.match(names) ?? []).filter((name) => !reserved.has(name)))
}

/**
 * Tells for each top-level statement whether it must be read: whether it has one of the words, or a
 * name in common with a statement that has one, or with a statement that has a name in common with
 * it, and so on. The others can't name what these declare nor declare what these name, so that
 * nothing is found in them and no rewrite depends on them.
 */
export function relevantStatements(
  statements: readonly string[],
  { words, reserved }: Relevance,
): readonly boolean[] {
  const own = statements.map((text) => namesIn(text, reserved))
  const holders = new Map<string, number[]>()
  own.forEach((found, index) => {
    for (const name of found) {
      const holding = holders.get(name)
      if (holding) holding.push(index)
      else holders.set(name, [index])
    }
  })
  const relevant = new Set(statements.flatMap((text, index) => (words.test(text) ? [index] : [])))
  // A set goes on with what is added while it is walked.
  for (const index of relevant) {
    for (const name of own[index] ?? []) {
      for (const other of holders.get(name) ?? []) relevant.add(other)
      holders.delete(name)
    }
  }
  return statements.map((text, index) => relevant.has(index) || alwaysRead.test(text))
}
