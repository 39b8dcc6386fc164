import { expect, test, vi } from 'vitest'
import { measureSkew, watchClock } from './clock-skew.ts'
import { now } from './test-app.ts'

const url = 'https://clock.example/'

function fetchAt(date: string | undefined): typeof fetch {
  return () => Promise.resolve(new Response(null, date === undefined ? {} : { headers: { date } }))
}

test.each([
  ['Tue, 24 Nov 2026 12:00:00 GMT', -0.5],
  ['Tue, 24 Nov 2026 11:59:40 GMT', 19.5],
  ['Tue, 24 Nov 2026 12:10:00 GMT', -600.5],
])('against %s the clock is %f seconds ahead', async (date, skew) => {
  expect(await measureSkew({ url, now: () => now, fetch: fetchAt(date) })).toBe(skew)
})

test.each([
  ['no date', fetchAt(undefined)],
  ['a date that is none', fetchAt('yesterday')],
  ['a number', fetchAt('1')],
  ['no answer', (() => Promise.reject(new Error('down'))) as typeof fetch],
])('a source with %s says nothing', async (_, fetch) => {
  expect(await measureSkew({ url, now: () => now, fetch })).toBeUndefined()
})

test('looks at the start and again, until it is stopped', async () => {
  const onSkew = vi.fn()
  const onFailure = vi.fn()
  const fetch = fetchAt('Tue, 24 Nov 2026 12:00:00 GMT')
  const stop = watchClock({ url, now: () => now, fetch, onSkew, onFailure, everyMs: 10 })
  await vi.waitFor(() => expect(onSkew.mock.calls.length).toBeGreaterThan(2))
  stop()
  const calls = onSkew.mock.calls.length
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(onSkew.mock.calls.length).toBeLessThanOrEqual(calls + 1)
  expect(onFailure).not.toHaveBeenCalled()
})
