import { describeDate, describeDuration } from '@sigshift/legacy-detector'
import { createStyle } from './style.ts'
import type { Terminal } from './terminal.ts'

/** An instant that is marked on the line. */
export interface Mark {
  readonly label: string
  readonly date: Date
}

/** What is drawn: marks in any order, of which `from` and `to` bound the time that the token lives. */
export interface TimeLine {
  readonly from?: Mark
  readonly to?: Mark
  readonly now: Mark
}

interface Place {
  readonly labels: readonly string[]
  readonly time: number
  readonly isNow: boolean
}

const symbols = {
  unicode: { now: '●', mark: '┼', alive: '━', apart: '╌' },
  ascii: { now: '*', mark: '|', alive: '=', apart: '.' },
} as const

const widestLine = 72

/** Marks of one instant share a place; places are in order of time. */
function placesOf({ from, to, now }: TimeLine): readonly Place[] {
  const byTime = new Map<number, Place>()
  for (const mark of [from, now, to]) {
    if (!mark || Number.isNaN(mark.date.getTime())) continue
    const time = mark.date.getTime()
    const found = byTime.get(time)
    byTime.set(time, {
      labels: [...(found?.labels ?? []), mark.label],
      time,
      isNow: mark === now || found?.isNow === true,
    })
  }
  return [...byTime.values()].sort((a, b) => a.time - b.time)
}

/** The time of day where all places share the day; the day where they lie years apart. */
function timeTextOf(places: readonly Place[]): (time: number) => string {
  const texts = places.map(({ time }) => describeDate(new Date(time)))
  const isShared = (length: number) =>
    new Set(texts.map((text) => text.slice(0, length))).size === 1
  const [start, end] = isShared(16)
    ? [11, 19]
    : isShared(10)
      ? [11, 16]
      : isShared(4)
        ? [5, 16]
        : [0, 10]
  return (time) => {
    const text = describeDate(new Date(time))
    return text.length > 23 ? (/^-?\d+/.exec(text)?.[0] ?? '') : text.slice(start, end)
  }
}

/** True to scale as far as the labels leave room. */
function columnsOf(places: readonly Place[], columns: number, gap: number): readonly number[] {
  const first = places[0]?.time ?? 0
  const span = (places.at(-1)?.time ?? 0) - first || 1
  const last = columns - 1
  return places.map(({ time }, i) => {
    const wanted = Math.round(((time - first) / span) * last)
    return Math.min(last - gap * (places.length - 1 - i), Math.max(gap * i, wanted))
  })
}

/** Texts centred on their columns and kept within the line. */
function labelLine(texts: readonly string[], at: readonly number[], columns: number): string {
  return texts.reduce((line, text, i) => {
    const start = Math.min(columns - text.length, Math.max(0, (at[i] ?? 0) - (text.length >> 1)))
    return line.padEnd(start) + text
  }, '')
}

/** The token's life as a picture of characters: labels, the line with its marks, and times in UTC. */
export function renderTimeLine(timeLine: TimeLine, terminal: Terminal): readonly string[] {
  const places = placesOf(timeLine)
  if (places.length < 2) return []
  const columns = Math.min(widestLine, terminal.columns)
  const timeText = timeTextOf(places)
  const labels = places.map((place) => place.labels.join(', '))
  const times = places.map(({ time }) => timeText(time))
  const longest = Math.max(...[...labels, ...times].map((text) => text.length))
  // The outer labels are aligned with the ends of the line, an inner one is centred on its mark.
  const gap = places.length === 2 ? 2 * longest : longest + Math.ceil(longest / 2) + 1
  if (gap * (places.length - 1) + 1 > columns) return []
  const at = columnsOf(places, columns, gap)

  const style = createStyle(terminal)
  const symbol = terminal.unicode ? symbols.unicode : symbols.ascii
  const [from, to] = [
    timeLine.from?.date.getTime() ?? Number.NaN,
    timeLine.to?.date.getTime() ?? Number.NaN,
  ]
  const line = places.map(({ time, isNow }, i) => {
    const mark = isNow ? style.strong(symbol.now) : symbol.mark
    const next = places[i + 1]
    if (!next) return mark
    const length = (at[i + 1] ?? 0) - (at[i] ?? 0) - 1
    if (time >= from && next.time <= to) return mark + style.good(symbol.alive.repeat(length))
    const words = ` ${describeDuration((next.time - time) / 1000)} `
    const before = Math.max(0, (length - words.length) >> 1)
    const after = length - words.length - before
    const apart =
      after > 0
        ? symbol.apart.repeat(before) + words + symbol.apart.repeat(after)
        : symbol.apart.repeat(length)
    return mark + style.faint(apart)
  })
  return [labelLine(labels, at, columns), line.join(''), style.faint(labelLine(times, at, columns))]
}
