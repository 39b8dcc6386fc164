import type { Range } from '../languages/language.ts'

/** A member of a JSON object and where it stands; `object` where its value is one. */
export interface JsonMember extends Range {
  readonly key: string
  readonly keyRange: Range
  readonly value: Range
  readonly object?: JsonObject
}

export interface JsonObject {
  /** What is between the braces. */
  readonly inner: Range
  readonly members: readonly JsonMember[]
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g

class Reader {
  readonly #tokens: readonly (Range & { readonly text: string })[]
  #next = 0

  constructor(text: string) {
    this.#tokens = [...text.matchAll(tokens)].map(({ 0: token, index }) => ({
      text: token,
      start: index,
      end: index + token.length,
    }))
  }

  #take(): Range & { readonly text: string } {
    const token = this.#tokens[this.#next]
    if (!token) throw new SyntaxError('JSON ends too early')
    this.#next += 1
    return token
  }

  /** Over a value; objects are read so many levels deep, of all else only the end is sought. */
  value(levels: number): Range & { readonly object?: JsonObject } {
    const first = this.#take()
    if (first.text === '{' && levels > 0) return this.#object(first, levels - 1)
    if (first.text !== '[' && first.text !== '{') return first
    let end = first.end
    for (let depth = 1; depth > 0; ) {
      const { text, end: here } = this.#take()
      if (text === '[' || text === '{') depth += 1
      if (text === ']' || text === '}') depth -= 1
      end = here
    }
    return { start: first.start, end }
  }

  #object(open: Range, levels: number): Range & { readonly object: JsonObject } {
    const members: JsonMember[] = []
    for (;;) {
      const key = this.#take()
      if (key.text === '}') {
        const inner = { start: open.end, end: key.start }
        return { start: open.start, end: key.end, object: { inner, members } }
      }
      if (key.text === ',') continue
      this.#take()
      const { object, ...value } = this.value(levels)
      members.push({
        key: JSON.parse(key.text),
        keyRange: { start: key.start, end: key.end },
        value: { start: value.start, end: value.end },
        start: key.start,
        end: value.end,
        ...(object ? { object } : {}),
      })
    }
  }
}

/** The object that a JSON text is and those in it, with offsets; nothing where it is none. */
export function readJsonObject(text: string, levels = 2): JsonObject | undefined {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''))
    return new Reader(text.replace(/^\uFEFF/, ' ')).value(levels).object
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

export function memberOf(object: JsonObject | undefined, key: string): JsonMember | undefined {
  return object?.members.find((member) => member.key === key)
}
