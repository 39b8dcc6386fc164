import { describeValue } from '@sigshift/spec'

export type Members = Readonly<Record<string, unknown>>

/**
 * Reads parts of a JSON file and keeps what is wrong with them, each with its place. What it says
 * of a text is its length, since a secret may stand where none belongs.
 */
export class FileReader {
  readonly faults: string[] = []

  fault(place: string, value: unknown, wanted: string): undefined {
    const seen = typeof value === 'string' ? 'a text' : describeValue(value)
    this.faults.push(`${place} is ${value === undefined ? 'missing' : seen}, wanted ${wanted}.`)
    return undefined
  }

  /** An object with these members and no other; nothing where it is none. */
  object(place: string, value: unknown, known?: readonly string[]): Members {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(place, value, 'an object')
      return {}
    }
    for (const name of Object.keys(value)) {
      if (known && !known.includes(name)) {
        const shown = name.length <= 24 ? name : `a member of ${name.length} characters`
        this.faults.push(`${place}.${shown} is not known, wanted only ${known.join(', ')}.`)
      }
    }
    return { ...value }
  }

  /** An object whose names are chosen by people: lower case, so that they fit a path and a log. */
  named<T>(
    place: string,
    value: unknown,
    read: (place: string, one: unknown) => T,
  ): Map<string, T> {
    const rows = new Map<string, T>()
    if (value === undefined) return rows
    for (const [name, one] of Object.entries(this.object(place, value))) {
      if (/^[a-z][a-z\d-]{0,31}$/.test(name)) rows.set(name, read(`${place}.${name}`, one))
      else this.faults.push(`${place} has a name that is not 1 to 32 of a-z, 0-9 and -.`)
    }
    return rows
  }

  text(place: string, value: unknown, wanted = 'a text', fits: RegExp = /./s): string {
    if (typeof value === 'string' && fits.test(value)) return value
    this.fault(place, value, wanted)
    return ''
  }

  texts(place: string, value: unknown, wanted: string, fits: RegExp = /./s): readonly string[] {
    if (Array.isArray(value) && value.length > 0 && value.length <= 10_000) {
      return value.map((one, i) => this.text(`${place}[${i}]`, one, wanted, fits))
    }
    this.fault(place, value, `a list, each ${wanted}`)
    return []
  }

  words<T extends string>(place: string, value: unknown, words: readonly T[]): readonly T[] {
    const wanted = `of ${words.join(', ')}`
    const isWord = (one: unknown): one is T => words.includes(one as T)
    if (Array.isArray(value) && value.length > 0 && value.every(isWord)) return value
    this.fault(place, value, `a list ${wanted}`)
    return []
  }

  integer(place: string, value: unknown, least: number, most: number): number {
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) {
      return value as number
    }
    this.fault(place, value, `a whole number from ${least} to ${most}`)
    return least
  }
}
