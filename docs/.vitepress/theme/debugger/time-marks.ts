import type { Moment } from './judgement.ts'

export interface TimeMark {
  readonly names: string
  readonly at: number
  /** Per cent of the line's length. */
  readonly place: number
  readonly isNow: boolean
}

/** Where the moments lie on a line from the first to the last; those of one instant share a mark. */
export function timeMarks(moments: readonly Moment[], now: number): readonly TimeMark[] {
  if (moments.length === 0) return []
  const byTime = new Map<number, string[]>()
  for (const { name, at } of [...moments, { name: 'now', at: now }]) {
    byTime.set(at, [...(byTime.get(at) ?? []), name])
  }
  const times = [...byTime.keys()].sort((a, b) => a - b)
  const first = times[0] ?? 0
  const span = (times.at(-1) ?? 0) - first || 1
  return times.map((at) => ({
    names: (byTime.get(at) ?? []).join(', '),
    at,
    place: Math.round(((at - first) / span) * 1000) / 10,
    isNow: at === now,
  }))
}

/** A moment in words, in UTC, such as `2026-03-02 10:00:00`. */
export function momentText(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ')
}
