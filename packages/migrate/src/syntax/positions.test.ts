import { expect, test } from 'vitest'
import { Positions } from './positions.ts'

const text = 'ab\ncd\r\n\re'

test.each([
  [0, 1, 1],
  [1, 1, 2],
  [2, 1, 3],
  [3, 2, 1],
  [5, 2, 3],
  [6, 2, 4],
  [7, 3, 1],
  [8, 4, 1],
  [9, 4, 2],
  [100, 4, 93],
])('offset %d is line %d, column %d', (offset, line, column) => {
  expect(new Positions(text).at(offset)).toEqual({ line, column })
})

test('a text without line ends is one line', () => {
  expect(new Positions('').at(0)).toEqual({ line: 1, column: 1 })
  expect(new Positions('abc').at(3)).toEqual({ line: 1, column: 4 })
})

test.each([
  [0, ''],
  [1, 'ab\n'],
  [2, 'cd\r\n'],
  [3, '\r'],
  [4, 'e'],
  [5, ''],
  [-1, ''],
])('line %d is %j', (line, expected) => {
  expect(new Positions(text).textOf(line, text)).toBe(expected)
})
