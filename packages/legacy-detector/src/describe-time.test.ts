import { expect, test } from 'vitest'
import { describeDate, describeDuration } from './describe-time.ts'

test.each([
  [0, '0 seconds'],
  [61, '1 minute 1 second'],
  [-7265, '2 hours 1 minute'],
  [86_400, '1 day'],
  [7_776_000, '90 days'],
  [140_000_000, '4 years 159 days'],
])('%i seconds are %s', (seconds, words) => {
  expect(describeDuration(seconds)).toBe(words)
})

test.each([
  [1_700_000_000_000, '2023-11-14 22:13:20 UTC'],
  [1.7e15, '55840-11-08 22:13:20 UTC'],
  [Number.NaN, 'no date'],
])('%d is %s', (milliseconds, words) => {
  expect(describeDate(new Date(milliseconds))).toBe(words)
})
