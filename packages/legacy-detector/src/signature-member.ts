/** A text inside what an endpoint answered. */
export interface SignatureMember {
  /** The path to it, such as `data.signature`. */
  readonly name: string
  readonly text: string
}

const usualName = /^(?:signature|sdk_?jwt|jwt|token|result|data)$/i
const deepest = 4
const mostMembers = 50

function looksLikeToken(text: string): boolean {
  return text.length >= 32 && !text.includes('://')
}

/** Looks for the signature in a parsed JSON value: usual names first, then anything that could be one. */
export function findSignatureMember(value: unknown, depth = 0): SignatureMember | undefined {
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined
  const entries: [string, unknown][] = []
  for (const name in value) {
    if (entries.length === mostMembers) break
    entries.push([name, (value as Record<string, unknown>)[name]])
  }
  entries.sort(([a], [b]) => Number(usualName.test(b)) - Number(usualName.test(a)))
  for (const [name, member] of entries) {
    if (typeof member === 'string' && looksLikeToken(member)) return { name, text: member }
    const inner = findSignatureMember(member, depth + 1)
    if (inner) return { name: `${name}.${inner.name}`, text: inner.text }
  }
  return undefined
}
