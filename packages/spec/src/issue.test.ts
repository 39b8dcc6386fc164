import { expect, test } from 'vitest'
import { describeValue } from './issue.ts'

test.each([
  ['', '""'],
  ['84512367890', '"84512367890"'],
  ['a\nb', '"a\\nb"'],
  ['x'.repeat(16), '"xxxxxxxxxxxxxxxx"'],
  ['x'.repeat(17), 'text of 17 characters'],
  ['https://zoom.us/j/1', 'a URL of 19 characters'],
  ['HTTPS://zoom.us/j/1', 'a URL of 19 characters'],
  ['see https://zoom.us/j/1', 'text of 23 characters'],
  [-0.5, '-0.5'],
  [Number.NaN, 'NaN'],
  [true, 'true'],
  [7n, '7'],
  [undefined, 'undefined'],
  [null, 'null'],
  [['a secret'], 'an array'],
  [{ a: 'secret' }, 'an object'],
  [() => 'a secret', 'a function'],
  [Symbol('a secret'), 'a symbol'],
])('%o is described as %s', (value, words) => {
  expect(describeValue(value)).toBe(words)
})
