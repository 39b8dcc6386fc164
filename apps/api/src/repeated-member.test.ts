import { expect, test } from 'vitest'
import { findRepeatedMember } from './repeated-member.ts'

test.each([
  ['{"role":1,"role":0}', 'role'],
  ['{"a":1,"role":1,"r\\u006fle":0}', 'role'],
  ['{ "a" : {"b":1,"b":2} , "a" : 1 }', 'a'],
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
