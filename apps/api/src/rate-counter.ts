/** How often a key was counted in the present minute, this time included. */
export interface Hit {
  readonly count: number
  /** Seconds until the next minute begins. */
  readonly resetSeconds: number
}

export interface RateCounter {
  readonly hit: (key: string) => Hit | Promise<Hit>
}

export interface MemoryCounter extends RateCounter {
  readonly hit: (key: string) => Hit
}

const windowMs = 60_000

/** Keys that are told apart in one minute; those after them are counted as one. */
const mostKeys = 100_000

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
  const begin = (key: string): { count: number } => {
    const known = counts.size < mostKeys ? key : ''
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
      }
      const tally = counts.get(key) ?? begin(key)
      tally.count += 1
      return { count: tally.count, resetSeconds: secondsLeft(present) }
    },
  }
}
