import { hash } from 'node:crypto'

/** How often a key was counted in the present minute, this time included. */
export interface Hit {
  readonly count: number
  /** Seconds until the next minute begins. */
  readonly resetSeconds: number
}

export interface RateCounter {
  /** Counts a key, whose first two characters name its kind. */
  readonly hit: (key: string) => Hit | Promise<Hit>
}

export interface MemoryCounter extends RateCounter {
  readonly hit: (key: string) => Hit
}

const windowMs = 60_000

/** Keys of one kind that are told apart in one minute. */
const mostKeys = 100_000

/**
 * Those after them share 4096 tallies. With a single one, whoever has 100,000 addresses, as with an IPv6
 * network of /47, could use it up for everybody who comes later in the minute.
 */
function sharedKey(kind: string, key: string): string {
  return `${kind}${hash('sha256', key, 'hex').slice(0, 3)}`
}

export function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / windowMs)
}

export function secondsLeft(now: Date): number {
  return Math.ceil((windowMs - (now.getTime() % windowMs)) / 1000)
}

/** Counts by the minutes of the clock, so that a whole minute is forgotten at once, and nothing stays. */
export function createMemoryCounter(now: () => Date): MemoryCounter {
  let counts = new Map<string, { count: number }>()
  let minute = Number.NaN
  let sizes = new Map<string, number>()
  const begin = (key: string): { count: number } => {
    // Addresses must not use up what callers are told apart by.
    const kind = key.slice(0, 2)
    const size = sizes.get(kind) ?? 0
    sizes.set(kind, size + 1)
    const known = size < mostKeys ? key : sharedKey(kind, key)
    const tally = counts.get(known) ?? { count: 0 }
    counts.set(known, tally)
    return tally
  }
  return {
    hit: (key) => {
      const present = now()
      if (minuteOf(present) !== minute) {
        minute = minuteOf(present)
        counts = new Map()
        sizes = new Map()
      }
      const tally = counts.get(key) ?? begin(key)
      tally.count += 1
      return { count: tally.count, resetSeconds: secondsLeft(present) }
    },
  }
}
