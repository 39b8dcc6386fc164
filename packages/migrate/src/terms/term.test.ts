import { expect, test } from 'vitest'
import { nodeOf, show, term, text, value } from '../../testing/terms.ts'
import { now } from './arithmetic.ts'
import { collected } from './collections.ts'
import { base64, hex } from './encodings.ts'
import {
  childrenOf,
  dotFields,
  hasTime,
  partsOf,
  plain,
  type Term,
  type TermOf,
  termsIn,
  unwrap,
} from './term.ts'
import { hasMac, sizeOf } from './term-facts.ts'

const [a, b, c] = [value('a'), value('b'), value('c')] as const
const concat = (...parts: Term[]): Term => term({ kind: 'concat', parts })
const list = (...items: Term[]): Term => term({ kind: 'list', items })
const object = (entries: Readonly<Record<string, Term>>): Term =>
  term({
    kind: 'object',
    entries: Object.entries(entries).map(([name, of]) => ({ name, value: of, node: of.node })),
  })
const string = (of: Term): Term => term({ kind: 'string', of })
const bytes = (of: Term): Term => term({ kind: 'bytes', of })
const showAll = (terms: Iterable<Term>): string => [...terms].map(show).join(' ')

test('the parts of a text, however its pieces were put together', () => {
  expect(showAll(partsOf(concat(a, concat(b, string(concat(c, text('.')))), bytes(a))))).toBe(
    'a b c "." a',
  )
  expect(showAll(partsOf(a))).toBe('a')
  expect(showAll(partsOf(term(base64(a))))).toBe('base64(a)')
})

test.each<[string, Term, string]>([
  ['no dot', concat(a, b), 'a b'],
  ['dots as texts', concat(a, text('.'), b, text('.'), c), 'a | b | c'],
  ['dots inside texts', concat(a, text('.x.'), b), 'a | "x" | b'],
  ['text around a dot', concat(text('a.b'), c), '"a" | "b" c'],
  ['dots at the ends', concat(text('.'), a, text('.')), ' | a | '],
  ['two dots', concat(a, text('..'), b), 'a |  | b'],
  ['an empty text', concat(a, text(''), text('.'), b), 'a | b'],
  ['a name that is still empty', concat(text('', 'API_KEY'), text('.'), b), '"" | b'],
])('fields between dots: %s', (_, of, expected) => {
  expect(dotFields(of).map(showAll).join(' | ')).toBe(expected)
})

test('a piece of a longer text is told from a text that stands alone', () => {
  const pieces = (of: Term): unknown[] =>
    dotFields(of)
      .flat()
      .map((each) => (each.kind === 'text' ? each.piece : undefined))
  expect(pieces(text('a.b'))).toEqual([true, true])
  expect(pieces(text('ab'))).toEqual([false])
  expect(pieces(term({ kind: 'text', value: 'ab', piece: true }))).toEqual([true])
})

test('wrappings that keep the bytes come off; String() and its like alone, too', () => {
  const json = term({ kind: 'json', of: a })
  expect(show(unwrap(term(base64(term(hex(string(bytes(json))))))))).toBe('a')
  expect(show(unwrap(concat(string(a))))).toBe('(string(a))')
  expect(show(plain(string(bytes(string(a)))))).toBe('a')
  expect(show(plain(term(base64(string(a)))))).toBe('base64(string(a))')
  expect(plain(json)).toBe(json)
})

const mac = term({ kind: 'hmac', key: a, message: b })

test.each<[TermOf, string]>([
  [{ kind: 'text', value: 'x' }, ''],
  [now, ''],
  [{ kind: 'concat', parts: [a, b] }, 'a b'],
  [{ kind: 'list', items: [a, b] }, 'a b'],
  [base64(a), 'a'],
  [hex(a), 'a'],
  [{ kind: 'json', of: a }, 'a'],
  [{ kind: 'string', of: a }, 'a'],
  [{ kind: 'bytes', of: a }, 'a'],
  [{ kind: 'hmac', key: a, message: b }, 'a b'],
  [{ kind: 'jwt', payload: a, key: undefined }, 'a'],
  [{ kind: 'jwt', payload: a, key: b }, 'a b'],
  [{ kind: 'object', entries: [{ name: 'k', value: a, node: nodeOf('k') }] }, 'a'],
  [{ kind: 'opaque', inputs: [a, b] }, 'a b'],
])('what a term is made of: %j', (of, expected) => {
  expect(showAll(childrenOf(term(of)))).toBe(expected)
  expect(sizeOf(term(of))).toBe(1 + (expected === '' ? 0 : expected.split(' ').length))
})

test('every term inside comes once, the whole first; the size counts it each time', () => {
  const twice = concat(a, string(a), b)
  expect([...termsIn(twice)].map(show)).toEqual(['(a . string(a) . b)', 'a', 'string(a)', 'b'])
  expect(sizeOf(twice)).toBe(5)
  expect(sizeOf(twice)).toBe(5)
})

test('the time and a MAC are seen however deep they are', () => {
  expect(hasTime(term(base64(concat(a, term(now)))))).toBe(true)
  expect(hasTime(term({ kind: 'linear', now: 0, add: 5 }))).toBe(false)
  expect(hasTime(a)).toBe(false)
  expect(hasMac(mac)).toBe(true)
  const deep = concat(a, term(base64(list(mac))))
  expect([hasMac(deep), hasMac(deep)]).toEqual([true, true])
  expect([hasMac(concat(a, b)), hasMac(list())]).toEqual([false, false])
})

test.each<[string, Term, string]>([
  ['lists joined', concat(list(a), list(b, c)), '[a, b, c]'],
  ['objects joined', concat(object({ x: a }), object({ y: b })), '{x: a, y: b}'],
  ['an empty list before objects', concat(list(), object({ x: a })), '{x: a}'],
  ['inside String()', string(concat(list(a), string(list(b)))), '[a, b]'],
  ['in several steps', concat(concat(list(a), list(b)), list(c)), '[a, b, c]'],
  ['a list and an object', concat(list(a), object({ x: a })), '([a] . {x: a})'],
  ['a text', concat(a, list(b)), '(a . [b])'],
  ['no concatenation', list(a), '[a]'],
  ['nothing but empty lists', concat(list(), list()), '[]'],
])('what was put into a list or an object later: %s', (_, of, expected) => {
  expect(show(collected(of))).toBe(expected)
})

test('what was collected stands where the whole stands', () => {
  const of = { ...concat(list(a), list(b)), inlined: true }
  expect(collected(of)).toMatchObject({ node: of.node, inlined: true })
  const entries = { ...concat(object({ x: a }), object({ y: b })), inlined: true }
  expect(collected(entries)).toMatchObject({ node: entries.node, inlined: true })
})
