import { expect, test } from 'vitest'
import { term, text, value } from '../../testing/terms.ts'
import { numberIn, partCode, unescaped } from './literals.ts'

test.each([
  [String.raw`a\nb\tc\r`, 'a\nb\tc\r'],
  [String.raw`\"\'\\n\$`, `"'\\n$`],
  [String.raw`\u002e\u00e4`, '.ä'],
  [String.raw`\s\b`, ' \b'],
  ['plain', 'plain'],
])('the literal %s stands for its characters', (text, value) => {
  expect(unescaped(text)).toBe(value)
})

test.each([
  ['30000', 30_000],
  ['30_000L', 30_000],
  ['1e3', 1000],
  ['1.5f', 1.5],
  ['2D', 2],
  ['5n', 5],
  ['0xff', 255],
  ['0xFFL', 255],
  ['0x1_0uL', 16],
])('the number %s is %d', (text, value) => {
  expect(numberIn(text)).toBe(value)
})

test('a part of a longer literal becomes a literal, with what may not stand there escaped', () => {
  const piece = term({ kind: 'text', value: `it's "50 $"`, piece: true }, 'the whole')
  expect(partCode(piece, '"', /["$]/g)).toBe(String.raw`"it's \"50 \$\""`)
  expect(partCode(piece, "'")).toBe(`'it's "50 $"'`)
})

test('any other part is what stands in the file', () => {
  expect(partCode(text('value', 'name'), '"')).toBe('name')
  expect(partCode(value('config.key'), '"')).toBe('config.key')
})
