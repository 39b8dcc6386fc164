import { expect, test } from 'vitest'
import { fitCode, indentationAt, quoteCode, type Style, styleOf } from './style.ts'

test.each<[string, string]>([
  ['', '  '],
  ['a\nb', '  '],
  ['a\n  b\n    c', '  '],
  ['a\n    b\n        c', '    '],
  ['a\n   b\n      c', '   '],
  ['a\n    b\n    c\n    d\n    e\n  f', '    '],
  ['a\n    b\n    c\n    d\n  f', '  '],
  ['a\n b\n     c', '  '],
  ['a\n\tb', '\t'],
  ['a\n\tb\n  c', '\t'],
  ['a\n\tb\n  c\n  d', '  '],
  ['a\n\tb\n\tc\n  d', '\t'],
  ['/**\n * a\n * b\n */\na\n    b', '    '],
  ['a\n   \n    b', '    '],
])('%j is indented by %j', (text, indent) => {
  expect(styleOf(text).indent).toBe(indent)
})

test.each<[string, string]>([
  ['', '\n'],
  ['a\nb', '\n'],
  ['a\r\nb', '\r\n'],
  ['a\r\nb\nc', '\n'],
  ['a\r\nb\r\nc\nd', '\r\n'],
])('%j has lines that end with %j', (text, eol) => {
  expect(styleOf(text).eol).toBe(eol)
})

test.each<[string, string]>([
  ['', "'"],
  [`f("a")`, '"'],
  [`f('a')`, "'"],
  [`f("a", 'b')`, "'"],
  [`f("a", "b", 'c')`, '"'],
  [`f("it's", "it's", 'c')`, "'"],
  [`"a\n" 'b'`, "'"],
  [`"" 'b`, '"'],
])('%j quotes with %j', (text, quote) => {
  expect(styleOf(text).quote).toBe(quote)
})

test.each<[string, boolean]>([
  ['', false],
  ['a()\nb()', false],
  ['a();\nb();', true],
  ['a(); \r\nb();\t\r\n', true],
  ['a()\nb()\nc()\nd()\ne();', false],
  ['a()\nb()\nc()\ne();', true],
  ['a = \'x\'\nb = "y"\nc = `z`\nd\ne();', false],
  ['a {\n}\nb {\n}\nc {\n}\nd {\n}\ne();', true],
])('%j ends statements with a semicolon: %s', (text, semicolons) => {
  expect(styleOf(text).semicolons).toBe(semicolons)
})

test.each([
  ['a\n  b', 4, '  '],
  ['a\n \tb c', 5, ' \t'],
  ['  a', 2, '  '],
  ['  a', 1, ' '],
  ['a\n  b', 0, ''],
  ['a\nb', 2, ''],
])('in %j the line of offset %d is indented by %j', (text, offset, indentation) => {
  expect(indentationAt(text, offset)).toBe(indentation)
})

const style: Style = { eol: '\r\n', indent: '\t', quote: "'", semicolons: true }
const four: Style = { ...style, eol: '\n', indent: '    ' }

test('new code gets the indentation and the line ends of the file', () => {
  expect(fitCode('a {\n  b {\n    c\n\n  }\n   d', style, ' ')).toBe(
    'a {\r\n \tb {\r\n \t\tc\r\n\r\n \t}\r\n \t d',
  )
  expect(fitCode('  a\nb  c', four, '  ')).toBe('    a\n  b  c')
})

test('code of the file gets two spaces a level', () => {
  expect(quoteCode('a {\r\n \t\tb\r\n \t\t\tc\r\n \td\ne', style, ' \t')).toBe(
    'a {\n  b\n    c\nd\ne',
  )
  expect(quoteCode('    a\n      b\n    c', four, '  ')).toBe('  a\n  b\n  c')
  expect(quoteCode('a\n   b', four, '    ')).toBe('a\n   b')
})
