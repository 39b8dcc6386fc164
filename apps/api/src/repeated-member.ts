function countColons(text: string): number {
  let count = 0
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) count += 1
  return count
}

/** The texts and brackets of JSON, and the colons after names. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g

function scan(text: string): string | undefined {
  const names = new Set<string>()
  let depth = 0
  let last = ''
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    else if (token === ':' && depth === 1) {
      // An escape may write the same name in another way.
      const name = JSON.parse(last) as string
      if (names.has(name)) return name
      names.add(name)
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
  return countColons(text) > Object.keys(value).length ? scan(text) : undefined
}
