import { expect, test } from 'vitest'
import { show, term, text, value } from '../../testing/terms.ts'
import { base64, base64url, encoded, formatted, hex, joined, replaced } from './encodings.ts'
import type { Term, TermOf } from './term.ts'

const x = value('x')
const shown = (of: Term | TermOf): string => ('node' in of ? show(of) : show(term(of)))

test.each([
  ['base64', 'base64(x)'],
  ['BASE64', 'base64(x)'],
  ['base64url', 'base64-url-bare(x)'],
  ['Base64URL', 'base64-url-bare(x)'],
  ['hex', 'hex(x)'],
  ['HEX', 'hex(x)'],
  ['utf8', 'x'],
  ['', 'x'],
  [undefined, 'x'],
])('an encoding named %s', (name, expected) => {
  expect(shown(encoded(x, name))).toBe(expected)
})

test('the encodings by themselves', () => {
  expect(shown(base64(x))).toBe('base64(x)')
  expect(shown(base64url(x))).toBe('base64-url-bare(x)')
  expect(shown(hex(x))).toBe('hex(x)')
})

test.each([
  ["'+'", 'base64-url(x)'],
  ["'/'", 'base64-url(x)'],
  ['/\\+/g', 'base64-url(x)'],
  ['/\\//g', 'base64-url(x)'],
  ['/[+/]/g', 'base64-url(x)'],
  ['/=/g', 'base64-bare(x)'],
  ['/=+$/', 'base64-bare(x)'],
  ['/=*$/', 'base64-bare(x)'],
  ['/=+/g', 'base64-bare(x)'],
  ['=+$', 'base64-bare(x)'],
  ['=+', 'base64-bare(x)'],
  ["'='", 'base64-bare(x)'],
  ['/\\n/g', 'base64(x)'],
  ['/\\s+/g', 'base64(x)'],
  ['/\\s+/', 'base64(x)'],
  ['/[+/=]/gi', 'base64-url-bare(x)'],
])('a base64 text in which %s is replaced', (pattern, expected) => {
  expect(shown(replaced(term(base64(x)), pattern))).toBe(expected)
  const asText = term({ kind: 'string', of: term(base64(x)) })
  expect(shown(replaced(asText, pattern))).toBe(expected)
})

test('what was replaced stays so, and a text that is not base64 is as it was', () => {
  expect(shown(replaced(term(base64url(x)), "'a'"))).toBe('base64-url-bare(x)')
  expect(replaced(x, '/[+/=]/g')).toBe(x)
})

test('a joined list has its separator between the items, and none where that is empty', () => {
  const items = [x, value('y'), value('z')]
  expect(shown(joined(items, '.', text))).toBe('(x . "." . y . "." . z)')
  expect(shown(joined(items, '', text))).toBe('(x . y . z)')
  expect(shown(joined([x], '.', text))).toBe('(x)')
  expect(shown(joined([], '.', text))).toBe('()')
})

test.each([
  ['%s.%s', '(a . "." . b)'],
  ['%s%s%s', '(a . b . c)'],
  ['<%s>', '("<" . a . ">")'],
  ['%2$s-%1$s', '(b . "-" . a)'],
  ['%10$s', '()'],
  ['%d,%i,%u,%f,%v', '(a . "," . b . "," . c . "," . ",")'],
  ['%05.2f|%-4d', '(a . "|" . b)'],
  ['%s%%%s', '(a . "%" . b)'],
  ['100%', '("100%")'],
  ['%x', '("%x")'],
  ['{0}.{1}', '(a . "." . b)'],
  ['{1}{0}', '(b . a)'],
  ['{12}', '()'],
  ['{}{}', '(a . b)'],
  ['{:s}-{:>08d}', '(a . "-" . b)'],
  ['{1:D}', '(b)'],
  ['{name}', '("{name}")'],
  ['', '()'],
])('the template %j', (template, expected) => {
  const args = [value('a'), value('b'), value('c')]
  expect(shown(formatted(template, args, text))).toBe(expected)
})
