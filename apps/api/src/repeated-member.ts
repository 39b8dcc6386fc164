function countColons(text: string): number {
  let count = 0
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) count += 1
  return count
}

/** The texts and brackets of JSON, and the colons after names. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g

/** The first name that stands twice in one object of a JSON text, however deep. */
export function findRepeatedName(text: string): string | undefined {
  const open: Set<string>[] = []
  let last = ''
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      // An escape may write the same name in another way.
      const name = JSON.parse(last) as string
      if (open.at(-1)?.has(name)) return name
      open.at(-1)?.add(name)
    }
    last = token
  }
  return undefined
}

/**
 * The first name that an object has twice, of which `JSON.parse` keeps the last without a word.
 * `value` is what it made of the text: with as many colons as members none can be missing, so that
 * nearly no text is read a second time.
 */
export function findRepeatedMember(text: string, value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return countColons(text) > Object.keys(value).length ? findRepeatedName(text) : undefined
}
