import { expect, test } from 'vitest'
import { nodeOf } from '../../testing/terms.ts'
import type { Range } from '../languages/language.ts'
import { SyntaxNode } from '../syntax/syntax-node.ts'
import { membersRemoved } from './members-removed.ts'
import { headOfRemoved, tidyRemovals, wholeLines } from './removals.ts'

/** The ranges between « and », and the text without these marks. */
function marked(source: string): { readonly text: string; readonly ranges: readonly Range[] } {
  const ranges: Range[] = []
  let text = ''
  let start = 0
  for (const sign of source) {
    if (sign === '«') start = text.length
    else if (sign === '»') ranges.push({ start, end: text.length })
    else text += sign
  }
  return { text, ranges }
}

function without(text: string, ranges: readonly Range[]): string {
  const stays = (_: string, at: number): boolean =>
    !ranges.some(({ start, end }) => start <= at && at < end)
  return text.split('').filter(stays).join('')
}

const lines = (source: string): string => {
  const { text, ranges } = marked(source)
  return without(
    text,
    ranges.map((range) => wholeLines(text, range)),
  )
}

test.each([
  ['a\n  «b»\nc', 'a\nc'],
  ['a\n  «b»;\nc', 'a\nc'],
  ['a\n  «b» ;  \r\nc', 'a\nc'],
  ['«b»', ''],
  ['a\n«b»', 'a\n'],
  ['a\n«b» // why\nc', 'a\nc'],
  ['a\n«b»; # why\nc', 'a\nc'],
  ['a\n«b» /* why */ \nc', 'a\nc'],
  ['a\n«b» /* why */ c\nd', 'a\n/* why */ c\nd'],
  ['a\n«b» c\nd', 'a\nc\nd'],
  ['a «b»\nc', 'a \nc'],
  ['a «b»; c', 'a c'],
  ['a(x«, b» )', 'a(x )'],
  ['a(«b, »  c)', 'a(c)'],
  ['a\n«b\n  c»\nd', 'a\nd'],
  ['// eslint-disable-next-line x\n«b»\nc', 'c'],
  ['a\n  // @ts-ignore\n  # pylint: disable-next=x\n  «b»\nc', 'a\nc'],
  ['a\n/* eslint-disable-next-line */\n«b»\nc', 'a\nc'],
  ['//phpcs:ignore\n«b»\nc', 'c'],
  ['// @phpstan-ignore-next-line\n«b»\nc', 'c'],
  ['// phpstan-ignore-line\n«b»\nc', 'c'],
  ['// @psalm-suppress X\n«b»\nc', 'c'],
  ['// @ts-expect-error why\n«b»\nc', 'c'],
  ['// oxlint-disable-next-line\n«b»\nc', 'c'],
  ['// biome-ignore lint: why\n«b»\nc', 'c'],
  ['# noinspection X\n«b»\nc', 'c'],
  ['# nosemgrep\n«b»\nc', 'c'],
  ['// prose eslint-disable-next-line\n«b»\nc', '// prose eslint-disable-next-line\nc'],
  ['// ts-ignored\n«b»\nc', '// ts-ignored\nc'],
  ['x // @ts-ignore\n«b»\nc', 'x // @ts-ignore\nc'],
  ['// @ts-ignore\n\n«b»\nc', '// @ts-ignore\n\nc'],
  ['// @ts-ignore\nx «b»\nc', '// @ts-ignore\nx \nc'],
])('out of %j goes what its lines hold of it', (source, rest) => {
  expect(lines(source)).toBe(rest)
})

function tidied(source: string, filled: readonly number[] = []): string {
  const { text, ranges } = marked(source)
  return without(text, tidyRemovals(text, ranges, filled))
}

test.each([
  ['a\n\n«b\n»\nc', 'a\n\nc'],
  ['a\n«b\n»\nc', 'a\n\nc'],
  ['a\n\n«b\n»c', 'a\n\nc'],
  ['«b\n»\nc', 'c'],
  ['«b\n»c', 'c'],
  ['f() {\n«b\n»\n  c\n}', 'f() {\n  c\n}'],
  ['f(\n«b\n»\n  c\n)', 'f(\n  c\n)'],
  ['[\n«b\n»\n  c\n]', '[\n  c\n]'],
  ['if a:\n«b\n»\n  c', 'if a:\n  c'],
  ['<p>\n«b\n»\n  c', '<p>\n  c'],
  ['a {\n  c\n\n«  b\n»}', 'a {\n  c\n}'],
  ['a(\n  c\n \t\n«  b\n»  )', 'a(\n  c\n  )'],
  ['[\n  c\n\n«  b\n»]', '[\n  c\n]'],
  ['a {\n  c\n«  b\n»}', 'a {\n  c\n}'],
  ['a {\n\n«  b\n»}\n', 'a {\n}\n'],
  ['«b\n»}\n', '}\n'],
  ['a\n\n«b\n»', 'a\n\n'],
  ['x «b» \n\nc', 'x  \n\nc'],
  ['a\n\n«b»\n\nc', 'a\n\n\n\nc'],
  ['a\n\n«b\n»\n«c\n»\nd', 'a\n\nd'],
  ['a\n«b\n»«c\n»d', 'a\nd'],
  ['a\n«b\n»  \n«c\n»d', 'a\nd'],
  ['a\n«b\n»x\n«c\n»d', 'a\nx\nd'],
  ['a «b» «c» d', 'a   d'],
])('out of %j no more blank lines come than there were', (source, rest) => {
  expect(tidied(source)).toBe(rest)
})

test('ranges in any order, inside each other or across, become one', () => {
  const text = 'a\nbcdefgh\n'
  const ranges = [
    { start: 5, end: 7 },
    { start: 2, end: 6 },
    { start: 3, end: 4 },
  ]
  expect(tidyRemovals(text, ranges, [])).toEqual([{ start: 2, end: 7 }])
  expect(tidyRemovals(text, [], [])).toEqual([])
})

test('the lines around a place where something new comes in stay', () => {
  const source = 'a\n\n«b\n»\nc'
  expect(tidied(source, [3])).toBe('a\n\n\nc')
  expect(tidied(source, [5])).toBe('a\n\n\nc')
  expect(tidied(source, [2])).toBe('a\n\nc')
  expect(tidied(source, [6])).toBe('a\n\nc')
})

test.each([
  ['a\n«b\n»«c\n»d', 1, 2],
  ['a\n«b\n»\n «c\n»d', 1, 2],
  ['a\n«b\n»x\n«c\n»d', 1, 6],
  ['«a»b«c»', 1, 2],
  ['«a\n»«b\n»«c\n»', 2, 0],
])('in %j what takes the place of range %d comes at %d', (source, index, at) => {
  const { text, ranges } = marked(source)
  expect(headOfRemoved(ranges[index] as Range, text, ranges)).toBe(at)
  expect(headOfRemoved(ranges[index] as Range, text, [...ranges].reverse())).toBe(at)
})

test('what is removed as a part of more comes where that begins', () => {
  const text = 'a\nlet b = c\nd'
  expect(headOfRemoved({ start: 10, end: 11 }, text, [{ start: 2, end: 12 }])).toBe(2)
  expect(headOfRemoved({ start: 10, end: 11 }, text, [{ start: 2, end: 10 }])).toBe(2)
  expect(headOfRemoved({ start: 10, end: 11 }, text, [])).toBe(10)
  expect(headOfRemoved({ start: 10, end: 11 }, text, [{ start: 10, end: 10 }])).toBe(10)
})

/** The members of a list in brackets, split at commas. */
function membersOf(text: string): readonly SyntaxNode[] {
  const all: SyntaxNode[] = []
  const facts = { field: undefined, named: true }
  const whole = { ...facts, type: 'list', start: 0, end: text.length, parent: undefined }
  const list = new SyntaxNode(whole, text, all)
  for (const { index, 0: word } of text.matchAll(/\w+/g)) {
    const member = { ...facts, type: 'pair', start: index, end: index + word.length, parent: list }
    list.children.push(new SyntaxNode(member, text, all))
  }
  return list.children
}

test.each([
  ['{ a, b, c }', ['a'], '{ b, c }'],
  ['{ a, b, c }', ['b'], '{ a, c }'],
  ['{ a, b, c }', ['c'], '{ a, b }'],
  ['{ a, b, c }', ['b', 'c'], '{ a }'],
  ['{ a }', ['a'], '{  }'],
  ['{\n  a,\n  b,\n}', ['a'], '{\n  b,\n}'],
  ['{\n  a,\n  b,\n}', ['b'], '{\n  a,\n}'],
  ['{\n  a,\n  b\n}', ['b'], '{\n  a\n}'],
  ['{\n  a , // why\n  b\n}', ['a'], '{\n  b\n}'],
])('out of %j go %j', (text, names, rest) => {
  const members = membersOf(text).filter((member) => names.includes(member.text))
  expect(without(text, membersRemoved(text, members))).toBe(rest)
})

test.each(['expression_statement', 'lexical_declaration', 'method_signature'])(
  'a %s goes with its line',
  (type) => {
    const text = 'a\n  b;\nc'
    const facts = { type, field: undefined, named: true, parent: undefined }
    const statement = new SyntaxNode({ ...facts, start: 4, end: 6 }, text, [])
    expect(without(text, membersRemoved(text, [statement]))).toBe('a\nc')
  },
)

test('a member of no list goes alone', () => {
  expect(membersRemoved('  a', [nodeOf('a', 2)])).toEqual([{ start: 2, end: 3 }])
})
