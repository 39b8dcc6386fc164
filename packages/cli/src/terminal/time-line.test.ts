import { describe, expect, test } from 'vitest'
import type { Terminal } from './terminal.ts'
import { renderTimeLine, type TimeLine } from './time-line.ts'

const narrow: Terminal = { columns: 40, colour: false, unicode: true }
const ascii: Terminal = { ...narrow, unicode: false }

function life(from: string, now: string, to: string): TimeLine {
  return {
    from: { label: 'issued', date: new Date(from) },
    to: { label: 'expires', date: new Date(to) },
    now: { label: 'now', date: new Date(now) },
  }
}

const alive = life('2026-11-24T05:00Z', '2026-11-24T06:10Z', '2026-11-24T07:00Z')
const expired = life('2026-11-24T05:00Z', '2026-11-24T07:35Z', '2026-11-24T07:00Z')
const longAgo = life('2022-03-10T18:00Z', '2026-11-24T07:35Z', '2022-03-10T20:00Z')
const future = life('2026-11-24T23:00Z', '2026-11-24T22:35Z', '2026-11-25T01:00Z')

test('a token that lives', () => {
  expect(renderTimeLine(alive, narrow)).toEqual([
    'issued                now        expires',
    '┼━━━━━━━━━━━━━━━━━━━━━━●━━━━━━━━━━━━━━━┼',
    '05:00                06:10         07:00',
  ])
})

test('one that has expired says since when, where there is room', () => {
  const wide = { ...narrow, columns: 72 }
  expect(renderTimeLine(expired, wide)[1]).toContain(' 35 minutes ')
  expect(renderTimeLine(expired, narrow)).toEqual([
    'issued                  expires      now',
    '┼━━━━━━━━━━━━━━━━━━━━━━━━━━┼╌╌╌╌╌╌╌╌╌╌╌●',
    '05:00                    07:00     07:35',
  ])
})

test('years apart the times are days', () => {
  expect(renderTimeLine(longAgo, narrow)).toEqual([
    'issued       expires                 now',
    '┼━━━━━━━━━━━━━━━┼╌╌ 4 years 258 days ╌╌●',
    '2022-03-10 2022-03-10         2026-11-24',
  ])
})

test('one from the future, over midnight', () => {
  expect(renderTimeLine(future, narrow)).toEqual([
    'now            issued            expires',
    '●╌╌ 25 minutes ╌╌╌┼━━━━━━━━━━━━━━━━━━━━┼',
    '11-24 22:35  11-24 23:00     11-25 01:00',
  ])
})

test('in ASCII', () => {
  expect(renderTimeLine(expired, ascii)).toEqual([
    'issued                  expires      now',
    '|==========================|...........*',
    '05:00                    07:00     07:35',
  ])
})

test('an old signature has no end', () => {
  const { from, now } = expired
  expect(renderTimeLine({ ...(from && { from }), now }, narrow)).toEqual([
    'issued                               now',
    '┼╌╌╌╌╌╌╌╌╌ 2 hours 35 minutes ╌╌╌╌╌╌╌╌╌●',
    '05:00                              07:35',
  ])
})

test('marks of one instant share a place', () => {
  const timeLine = life('2026-11-24T05:00Z', '2026-11-24T05:00Z', '2026-11-24T07:00Z')
  expect(renderTimeLine(timeLine, narrow)[0]).toBe('issued, now                      expires')
})

describe('what cannot be drawn is left out', () => {
  test('no date but now', () => {
    expect(renderTimeLine({ now: alive.now }, narrow)).toEqual([])
  })

  test('dates out of range', () => {
    const from = { label: 'issued', date: new Date(Number.NaN) }
    expect(renderTimeLine({ ...alive, from }, narrow)).toHaveLength(3)
  })

  test('a terminal too narrow', () => {
    expect(renderTimeLine(longAgo, { ...narrow, columns: 24 })).toEqual([])
  })
})

test('no line is wider than the terminal, for whatever dates', () => {
  const dates = [0, 1, 59_000, 3_600_000, 8.64e7, 3.2e10, 1.7e12, 1.7e15, 8.64e15, -8.64e15]
  for (const columns of [20, 40, 57, 100]) {
    for (const from of dates) {
      for (const to of dates) {
        const lines = renderTimeLine(
          {
            from: { label: 'issued', date: new Date(from) },
            to: { label: 'expires', date: new Date(to) },
            now: { label: 'now', date: new Date(1_795_500_000_000) },
          },
          { ...narrow, columns },
        )
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns)
        if (lines.length > 0) expect(lines[1]?.match(/[┼●]/g)?.length).toBeGreaterThan(1)
      }
    }
  }
})
