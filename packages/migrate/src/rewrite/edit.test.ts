import { expect, test } from 'vitest'
import { applyEdits, normalizeEdits, overlap } from './edit.ts'

test('writes edits given in any order', () => {
  const text = 'one two three'
  const edits = [
    [8, 13, '3'],
    [0, 0, '> '],
    [4, 8, ''],
  ] as const
  expect(applyEdits(text, edits)).toBe('> one 3')
})

test('keeps an insertion where a removal starts', () => {
  const edits = [
    [0, 3, ''],
    [0, 0, 'new'],
  ] as const
  expect(applyEdits('old line', edits)).toBe('new line')
  expect(normalizeEdits(edits)).toHaveLength(1)
})

test('refuses edits that overlap or stand outside', () => {
  expect(() =>
    applyEdits('abc', [
      [0, 2, 'x'],
      [1, 3, 'y'],
    ]),
  ).toThrow(RangeError)
  expect(() => applyEdits('abc', [[2, 4, '']])).toThrow(RangeError)
  expect(
    overlap([
      [0, 2, ''],
      [1, 3, ''],
    ]),
  ).toBe(false)
})
