import { expect, test } from 'vitest'
import { relevantStatements } from './relevant-statements.ts'

const relevance = { words: /hmac/i, reserved: new Set(['const', 'function', 'return']) }

const read = (...statements: readonly string[]): readonly number[] =>
  relevantStatements(statements, relevance).flatMap((isRead, index) => (isRead ? [index] : []))

test('a statement with one of the words is read, and one that has nothing to do with it is not', () => {
  expect(read('const a = createHmac(b)', 'const c = 1', 'function d() { return e }')).toEqual([0])
})

test('what declares a name that it has, or has a name that it declares, is read with it', () => {
  expect(read('const key = read()', 'const mac = createHmac(key)', 'send(mac)', 'x()')).toEqual([
    0, 1, 2,
  ])
})

test('so is what has a name in common with that, however far', () => {
  expect(read('a = b', 'b = c', 'c = d', 'd = hmac', 'y = z')).toEqual([0, 1, 2, 3])
})

test('names are whole words of letters of any script, also in text and as members', () => {
  expect(read('ключ = hmac', 'f(ключ)', 'g("ключ")', 'h.ключ', 'ключи')).toEqual([0, 1, 2, 3])
  expect(read('$a_1 = hmac', '$a_1', 'a_1', '$a_12')).toEqual([0, 1])
})

test('neither reserved words nor numbers join statements', () => {
  expect(read('const a = hmac + 30000', 'const b = 30000')).toEqual([0])
})

test.each([`import x from 'y'`, `const x = require('y')`, `'use strict'`, 'x() // y', 'x /* y */'])(
  '%s is read whatever else there is',
  (statement) => {
    expect(read(statement, 'z()')).toEqual([0])
  },
)
