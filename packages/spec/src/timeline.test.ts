import { expect, test } from 'vitest'
import { sdkHistory } from './sdk-history.ts'
import { sourceUrl } from './source.ts'
import { timeline } from './timeline.ts'

test('events stand in the order of their dates, the open ones last', () => {
  const dates = timeline.map(({ date }) => date)

  expect(dates).toEqual([...dates].sort())
})

test('a date is a year, a month or a day of the calendar, or open', () => {
  for (const { date, open } of timeline) {
    expect(date === 'open').toBe(open === true)
    if (date === 'open') continue
    expect(date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    expect(new Date(date).toISOString().startsWith(date)).toBe(true)
  }
})

test('an event is one sentence', () => {
  for (const { event } of timeline) expect(event).toMatch(/^[A-Z].*\.$/)
})

test('every event names a source of a known form', () => {
  for (const { sources } of timeline) {
    for (const source of sources) expect(source === 'inferred' || sourceUrl(source)).toBeTruthy()
  }
})

test('the two dates of the JWT app type that went round wrongly are marked, and no others', () => {
  const wrong = timeline.filter(({ misreported }) => misreported)

  expect(wrong.map(({ date, topic }) => [date, topic])).toEqual([
    ['2023-06', 'jwt-app-type'],
    ['2023-09-01', 'jwt-app-type'],
  ])
})

test('an SDK version has the date that the release history gives it', () => {
  for (const { event, date } of timeline) {
    const version = /^Web SDK (\d+\.\d+\.\d+)/.exec(event)?.[1]
    if (version === undefined) continue
    expect(sdkHistory.find((release) => release.version === version)?.date).toBe(date)
  }
})
