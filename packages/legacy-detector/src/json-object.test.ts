import { expect, test } from 'vitest'
import { parseJson, parseJsonObject, readMember } from './json-object.ts'

test('an object is one, an array and other values are none', () => {
  expect(parseJsonObject(' {"a":1} ')).toEqual({ a: 1 })
  for (const text of ['[1]', 'null', '"a"', '1', '{', '']) {
    expect(parseJsonObject(text)).toBeUndefined()
  }
})

test('any JSON value is read, other text is not', () => {
  expect(parseJson('[null]')).toEqual([null])
  expect(parseJson('{a:1}')).toBeUndefined()
})

test('a member is read where it is the object’s own', () => {
  expect(readMember({ a: 1 }, 'a')).toBe(1)
  expect(readMember(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1)
  expect(readMember({}, 'toString')).toBeUndefined()
  expect(readMember(undefined, 'a')).toBeUndefined()
})
