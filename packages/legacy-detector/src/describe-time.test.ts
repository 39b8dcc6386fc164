import { expect, test } from 'vitest'
import { describeDate, describeDuration } from './describe-time.ts'

test.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [59.4, '59 seconds'],
  [59.5, '1 minute'],
  [61, '1 minute 1 second'],
  [120, '2 minutes'],
  [3599, '59 minutes 59 seconds'],
  [3600, '1 hour'],
  [86_399, '23 hours 59 minutes'],
  [90_000, '1 day 1 hour'],
  [31_557_599, '365 days 5 hours'],
  [31_557_600, '1 year'],
  [31_644_000, '1 year 1 day'],
  [-7265, '2 hours 1 minute'],
  [86_400, '1 day'],
  [7_776_000, '90 days'],
  [140_000_000, '4 years 159 days'],
])('%i seconds are %s', (seconds, words) => {
  expect(describeDuration(seconds)).toBe(words)
})

test.each([
  [1_700_000_000_000, '2023-11-14 22:13:20 UTC'],
  [1_704_164_645_000, '2024-01-02 03:04:05 UTC'],
  [1.7e15, '55840-11-08 22:13:20 UTC'],
  [Number.NaN, 'no date'],
])('%d is %s', (milliseconds, words) => {
  expect(describeDate(new Date(milliseconds))).toBe(words)
})
