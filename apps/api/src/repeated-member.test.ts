import { expect, test } from 'vitest'
import { findRepeatedMember, findRepeatedName } from './repeated-member.ts'

test.each([
  ['{"role":1,"role":0}', 'role'],
  ['{"a":1,"role":1,"r\\u006fle":0}', 'role'],
  ['{ "a" : {"b":1} , "a" : 1 }', 'a'],
  ['{ "a" : {"b":1,"b":2} }', 'b'],
  ['{"a":":","a":1}', 'a'],
  ['{"":1,"":2}', ''],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
])('%s has %j twice', (text, name) => {
  expect(findRepeatedMember(text, JSON.parse(text))).toBe(name)
})

test.each([
  '{"role":1,"Role":0}',
  '{"a":"b:c","d":"{\\"a\\":1}"}',
  '{"a":{"b":1},"b":2}',
  '{"a":[{"b":1},{"b":1}],"b":"\\\\"}',
  '[{"a":1},{"a":1}]',
  '"a:a"',
  '{}',
  'null',
])('%s has none twice', (text) => {
  expect(findRepeatedMember(text, JSON.parse(text))).toBeUndefined()
})

test.each([
  ['{"a":{"b":1,"b":2}}', 'b'],
  ['[{"a":1},[{"a":1,"\\u0061":1}]]', 'a'],
  ['{"a":{"b":1},"c":{"b":1}}', undefined],
  ['{"a":[{"b":1},{"b":1}],"b":"a"}', undefined],
])('however deep, %s has %j twice', (text, name) => {
  expect(findRepeatedName(text)).toBe(name)
})
