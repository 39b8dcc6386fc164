import { expect, test } from 'vitest'
import { show, term, text, value } from '../../testing/terms.ts'
import { assigned, calculate, constant, now, nowSeconds, sumOrConcat } from './arithmetic.ts'
import type { Term, TermOf } from './term.ts'

const number = (of: number): Term => term(constant(of))
const shown = (of: TermOf | undefined): string | undefined => of && show(term(of))

test.each<[Term, string, Term, string | undefined]>([
  [number(7), '+', number(2), '9'],
  [number(7), '-', number(2), '5'],
  [number(7), '*', number(2), '14'],
  [number(7), '/', number(2), '3.5'],
  [number(7), '//', number(2), '3.5'],
  [number(7), '**', number(2), '49'],
  [number(7), '%', number(2), undefined],
  [number(7), '/', number(0), undefined],
  [number(7), '+', value('x'), undefined],
  [value('x'), '+', number(7), undefined],
  [text('7'), '*', number(7), undefined],
  [term(now), '-', number(30_000), 'now*1-30000'],
  [term(now), '+', term({ kind: 'linear', now: 2, add: 5 }), 'now*3+5'],
  [term({ kind: 'linear', now: 3, add: 5 }), '-', term(now), 'now*2+5'],
  [term({ kind: 'linear', now: 1, add: 5 }), '-', term(now), '5'],
  [number(5), '-', term(now), 'now*-1+5'],
  [number(1000), '*', term(nowSeconds), 'now*1+0'],
  [term({ kind: 'linear', now: 2, add: 3 }), '*', number(10), 'now*20+30'],
  [term(now), '*', term(now), undefined],
  [term({ kind: 'linear', now: 1, add: 4 }), '/', number(4), 'now*0.25+1'],
  [number(5), '/', term(now), undefined],
  [number(2), '**', term(now), undefined],
  [term(now), '**', number(2), undefined],
])('case %#: numbers are worked out up to the present time', (left, operator, right, expected) => {
  expect(shown(calculate(operator, left, right))).toBe(expected)
})

test('a sum in which a text is joins; one of numbers adds', () => {
  expect(shown(sumOrConcat(number(1), number(2)))).toBe('3')
  expect(shown(sumOrConcat(text('a'), number(2)))).toBe('("a" . 2)')
  expect(shown(sumOrConcat(number(1), text('b')))).toBe('(1 . "b")')
  expect(shown(sumOrConcat(value('x'), number(2)))).toBe('(x . 2)')
  expect(shown(sumOrConcat(value('x'), value('y')))).toBe('(x . y)')
})

test.each([
  ['+=', number(1), number(2), '3'],
  ['+=', text('a'), value('x'), '("a" . x)'],
  ['-=', number(1), number(2), '-1'],
  ['*=', number(3), number(2), '6'],
  ['.=', text('a'), number(2), '("a" . 2)'],
  ['&=', text('a'), value('x'), '("a" . x)'],
  ['&.=', text('a'), value('x'), '("a" . x)'],
  ['<<', text('a'), value('x'), '("a" . x)'],
  ['=', value('x'), value('y'), '(x . y)'],
  [undefined, value('x'), value('y'), '(x . y)'],
  ['??=', value('x'), value('y'), 'code of [x, y]'],
  ['.-', value('x'), value('y'), 'code of [x, y]'],
  ['x.', value('x'), value('y'), 'code of [x, y]'],
  ['-=', value('x'), number(1), 'code of [x, 1]'],
])('an assignment with %s', (operator, before, after, expected) => {
  expect(shown(assigned(operator, before, after))).toBe(expected)
})
