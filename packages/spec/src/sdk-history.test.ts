import { expect, test } from 'vitest'
import { sdkHistory } from './sdk-history.ts'
import { sourceUrl } from './source.ts'

const numbers = (version: string) => version.split('.').map(Number)

const compareVersions = (one: string, other: string) => {
  const [a, b] = [numbers(one), numbers(other)]
  const differing = a.findIndex((part, index) => part !== b[index])
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0)
}

test('releases stand oldest first, by date and by version', () => {
  const dates = sdkHistory.map(({ date }) => date)
  const versions = sdkHistory.map(({ version }) => version)

  expect(dates).toEqual([...dates].sort())
  expect(versions).toEqual([...versions].sort(compareVersions))
})

test('a version is told once, on a day of the calendar', () => {
  expect(new Set(sdkHistory.map(({ version }) => version)).size).toBe(sdkHistory.length)
  for (const { date } of sdkHistory) expect(new Date(date).toISOString()).toMatch(`${date}T`)
})

test('the package changes its name once, with 3.1.0', () => {
  for (const { version, package: name } of sdkHistory) {
    expect(name).toBe(compareVersions(version, '3.1.0') < 0 ? '@zoomus/websdk' : '@zoom/meetingsdk')
  }
})

test('a change is one sentence', () => {
  for (const { change } of sdkHistory) expect(change).toMatch(/^\S.*[^.]\.$/)
})

test('every release names a source of a known form', () => {
  for (const { sources } of sdkHistory) {
    for (const source of sources) expect(source === 'inferred' || sourceUrl(source)).toBeTruthy()
  }
})
