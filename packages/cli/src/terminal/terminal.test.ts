import { expect, test } from 'vitest'
import { renderFields } from './fields.ts'
import { printable, toAscii } from './printable.ts'
import { toText } from './style.ts'
import { describeTerminal } from './terminal.ts'
import { wrap } from './wrap.ts'

const tty = { isTerminal: true, columns: 90, platform: 'linux' }
const pipe = { isTerminal: false, columns: undefined, platform: 'linux' }

test.each([
  ['on a terminal', {}, tty, true],
  ['in a pipe', {}, pipe, false],
  ['NO_COLOR on a terminal', { NO_COLOR: '1' }, tty, false],
  ['an empty NO_COLOR counts for nothing', { NO_COLOR: '' }, tty, true],
  ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, pipe, true],
  ['FORCE_COLOR=0 on a terminal', { FORCE_COLOR: '0' }, tty, false],
  ['NO_COLOR before FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, tty, false],
  ['a dumb terminal', { TERM: 'dumb' }, tty, false],
])('colour: %s', (_, env, facts, colour) => {
  expect(describeTerminal(env, facts).colour).toBe(colour)
})

test.each([
  [{}, 'linux', false],
  [{ LANG: 'en_US.UTF-8' }, 'linux', true],
  [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, 'linux', false],
  [{ LC_CTYPE: 'de_DE.utf8' }, 'linux', true],
  [{}, 'win32', false],
  [{ WT_SESSION: 'x' }, 'win32', true],
])('UTF-8: %j on %s', (env, platform, unicode) => {
  expect(describeTerminal(env, { ...tty, platform }).unicode).toBe(unicode)
})

test('columns are those of the stream, else COLUMNS, else 80, within bounds', () => {
  expect(describeTerminal({}, tty).columns).toBe(90)
  expect(describeTerminal({ COLUMNS: '50' }, pipe).columns).toBe(50)
  expect(describeTerminal({}, pipe).columns).toBe(80)
  expect(describeTerminal({}, { ...tty, columns: 5 }).columns).toBe(20)
  expect(describeTerminal({}, { ...tty, columns: 400 }).columns).toBe(100)
})

test('text breaks at spaces, and a long word where the line ends', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
  expect(wrap('', 4)).toEqual([''])
})

test('values stand beside their labels, or below them on a narrow terminal', () => {
  const terminal = { columns: 80, colour: false, unicode: true }
  const fields = [
    ['Key', 'abc'],
    ['Meeting number', '845 1236 7890'],
  ] as const
  expect(renderFields(fields, terminal)).toEqual([
    'Key             abc',
    'Meeting number  845 1236 7890',
  ])
  expect(renderFields(fields, { ...terminal, columns: 40 })).toEqual([
    'Key',
    '  abc',
    'Meeting number',
    '  845 1236 7890',
  ])
})

test('what could steer the terminal is shown as its number', () => {
  expect(printable('a\u001b[2Jb\r\n\u202ec\u{e0001}')).toBe(
    'a\\u{1b}[2Jb\\u{d}\\u{a}\\u{202e}c\\u{e0001}',
  )
  expect(printable('\ud800')).toBe('\\u{d800}')
  expect(printable('Müller 漢字 👍')).toBe('Müller 漢字 👍')
})

test('without UTF-8 all is ASCII', () => {
  expect(toAscii('✓ “a” – b… 漢')).toBe('ok "a" - b... \\u{6f22}')
  expect(toText(['→ x  '], { columns: 80, colour: false, unicode: false })).toBe('-> x\n')
})
