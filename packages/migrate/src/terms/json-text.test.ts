import { expect, test } from 'vitest'
import { evaluate, nodeOf, show, term, text, value } from '../../testing/terms.ts'
import { javascript } from '../languages/javascript/javascript.ts'
import { now } from './arithmetic.ts'
import { withJsonText } from './json-text.ts'
import type { Term } from './term.ts'

const { evaluator } = await evaluate(javascript, '')
const concat = (...parts: Term[]): Term => term({ kind: 'concat', parts })

test.each<[string, Term, string]>([
  ['one text', text('{"mn":"12","role":0}'), 'json({mn: string(12), role: 0})'],
  ['numbers', text(' { "role" : 1 , "v":2}'), 'json({role: 1, v: 2})'],
  [
    'values between texts',
    concat(text('{"mn":"'), value('mn'), text('","exp":'), value('exp'), text('}')),
    'json({mn: string(mn), exp: exp})',
  ],
  [
    'String() around a value',
    concat(text('{"iat":'), term({ kind: 'string', of: value('iat') }), text('}')),
    'json({iat: iat})',
  ],
  [
    'quotes with backslashes',
    concat(text('{\\"mn\\":\\"'), value('mn'), text('\\"}')),
    'json({mn: string(mn)})',
  ],
  ['no members', text('{}'), 'json({})'],
])('JSON that is put together from %s is the object it stands for', (_, of, expected) => {
  expect(show(withJsonText(of, evaluator))).toBe(expected)
})

test.each<[string, Term]>([
  ['a value', value('x')],
  ['a number', term(now)],
  ['another text', text('a {"b":1}')],
  ['a value before a text', concat(value('x'), text('{"a":1}'))],
  ['nothing', concat()],
])('%s is what it was', (_, of) => {
  expect(withJsonText(of, evaluator)).toBe(of)
})

test('a member stands where the whole text stands, or where the caller says', () => {
  const of = text('{"a":1}')
  const placesOf = (made: Term): unknown[] =>
    made.kind === 'json' && made.of.kind === 'object' ? made.of.entries.map(({ node }) => node) : []
  expect(placesOf(withJsonText(of, evaluator))).toEqual([of.node])
  const other = nodeOf('other')
  expect(placesOf(withJsonText(of, evaluator, () => other))).toEqual([other])
})
