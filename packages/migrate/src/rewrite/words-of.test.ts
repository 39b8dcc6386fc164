import { expect, test } from 'vitest'
import { wordsOf } from './words-of.ts'

test.each([
  ['sign(key, größe1)', 'sign key größe1', 'gr e1'],
  ['sign(\'key\', "number") + role', 'sign role', 'key number'],
  ["a'text'b", 'a b', 'text ab'],
  ['meeting.number', 'meeting', 'number'],
  ['{ role: other, host : isHost }', 'other isHost', 'role host'],
  // Where a text takes values in, its names are names.
  [`\`\${role}\` + "{key}" + "\${secret}"`, 'role key secret', 'text'],
  ["'$role'", '$role role', 'ole'],
  ['a$b', 'a$b', 'ab a b'],
])('names in %s', (code, names, others) => {
  const words = wordsOf(code)
  expect(names.split(' ').filter((name) => !words.has(name))).toEqual([])
  expect(others.split(' ').filter((name) => words.has(name))).toEqual([])
})

test('there is none in what has no word', () => {
  expect(wordsOf('+ ().')).toEqual(new Set())
})
