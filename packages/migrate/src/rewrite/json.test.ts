import { expect, test } from 'vitest'
import { applyEdits } from './edit.ts'
import { addObject, changeMembers } from './json-edits.ts'
import { type JsonObject, memberOf, readJsonObject } from './json-object.ts'

function read(text: string, levels?: number): JsonObject {
  const object = readJsonObject(text, levels)
  if (!object) throw new Error('an object is to be read')
  return object
}

test('an object is read with the offsets of its keys and values', () => {
  const text = '\uFEFF{ "a" : "x\\"}", "b":[1,{"c":2},[]], "d": {"e": -1.5e3, "f": {"g": null}} }'
  const members = (object: JsonObject): unknown[] =>
    object.members.map(({ key, keyRange, value, start, end, object: inner }) => [
      key,
      text.slice(keyRange.start, keyRange.end),
      text.slice(value.start, value.end),
      text.slice(start, end),
      inner === undefined ? undefined : members(inner),
    ])
  const object = read(text)
  expect(text.slice(object.inner.start, object.inner.end)).toBe(text.slice(2, -1))
  expect(members(object)).toEqual([
    ['a', '"a"', '"x\\"}"', '"a" : "x\\"}"', undefined],
    ['b', '"b"', '[1,{"c":2},[]]', '"b":[1,{"c":2},[]]', undefined],
    [
      'd',
      '"d"',
      '{"e": -1.5e3, "f": {"g": null}}',
      '"d": {"e": -1.5e3, "f": {"g": null}}',
      [
        ['e', '"e"', '-1.5e3', '"e": -1.5e3', undefined],
        ['f', '"f"', '{"g": null}', '"f": {"g": null}', undefined],
      ],
    ],
  ])
})

test('objects are read as deep as is asked', () => {
  const text = '{"a":{"b":{"c":{}}}}'
  expect(read(text, 1).members[0]).not.toHaveProperty('object')
  expect(memberOf(memberOf(read(text, 3), 'a')?.object, 'b')?.object?.members).toHaveLength(1)
  expect(readJsonObject(text, 0)).toBeUndefined()
})

test('keys are read as what they mean', () => {
  expect(read('{"\\u0061\\"":1}').members.map(({ key }) => key)).toEqual(['a"'])
  expect(memberOf(read('{"a":1,"b":2}'), 'b')?.start).toBe(7)
  expect(memberOf(read('{"a":1}'), 'b')).toBeUndefined()
  expect(memberOf(undefined, 'a')).toBeUndefined()
})

test.each(['', '[]', '1', '"a"', 'null', '{', '{"a":}', '{"a":1,}', '{a:1}', '{"a":1} x'])(
  '%j is no object',
  (text) => {
    expect(readJsonObject(text)).toBeUndefined()
  },
)

const added = { key: 'm', value: '"1"' }

function changed(text: string, gone: readonly string[], add?: typeof added): string {
  const object = read(text)
  const members = new Set(object.members.filter(({ key }) => gone.includes(key)))
  return applyEdits(text, changeMembers(text, object, members, add))
}

test.each([
  ['{"a":1, "b":2, "c":3}', [], '{"a":1, "b":2, "c":3}'],
  ['{"a":1, "b":2, "c":3}', ['a'], '{"b":2, "c":3}'],
  ['{"a":1, "b":2, "c":3}', ['b'], '{"a":1, "c":3}'],
  ['{"a":1, "b":2, "c":3}', ['c'], '{"a":1, "b":2}'],
  ['{"a":1, "b":2, "c":3}', ['a', 'b'], '{"c":3}'],
  ['{"a":1, "b":2, "c":3}', ['b', 'c'], '{"a":1}'],
  ['{"a":1, "b":2, "c":3}', ['a', 'c'], '{"b":2}'],
  ['{"a":1, "b":2, "c":3, "d":4}', ['b', 'd'], '{"a":1, "c":3}'],
  ['{ "a":1 }', ['a'], '{}'],
  ['{\n  "a": 1,\n  "b": 2\n}', ['a'], '{\n  "b": 2\n}'],
  ['{\n  "a": 1,\n  "b": 2\n}', ['a', 'b'], '{}'],
])('out of %j go %j', (text, gone, after) => {
  expect(changed(text, gone)).toBe(after)
})

test.each([
  ['{"a":1,"z":2}', [], '{"a":1,"m":"1","z":2}'],
  ['{"n":1}', [], '{"m":"1","n":1}'],
  ['{"a":1}', [], '{"a":1,"m":"1"}'],
  ['{"z":1,"a":2}', [], '{"z":1,"a":2,"m":"1"}'],
  ['{ "a" : 1, "n" : 2 }', [], '{ "a" : 1, "m": "1", "n" : 2 }'],
  ['{}', [], '{"m": "1"}'],
  ['{ }', [], '{"m": "1"}'],
  ['{"a":1}', ['a'], '{"m":"1"}'],
  ['{ "a": 1, "b": 2 }', ['a', 'b'], '{ "m": "1" }'],
  ['{"a":1,"n":2,"z":3}', ['n'], '{"a":1,"m":"1","z":3}'],
  ['{"a":1,"n":2,"z":3}', ['a', 'n'], '{"m":"1","z":3}'],
  ['{"a":1,"n":2}', ['n'], '{"a":1,"m":"1"}'],
  ['{"a":1,"a":2}', [], '{"a":1,"a":2,"m":"1"}'],
])('into %j without %j comes a member in its place', (text, gone, after) => {
  expect(changed(text, gone, added)).toBe(after)
  expect(JSON.parse(after)).toHaveProperty('m', '1')
})

function withObject(text: string, before?: string): string {
  const object = read(text)
  const member = before === undefined ? undefined : memberOf(object, before)
  return applyEdits(text, [addObject(text, object, 'deps', added, member)])
}

test.each([
  ['{}', undefined, '{"deps": {"m": "1"}}'],
  ['{"a":1}', undefined, '{"a":1,"deps":{"m":"1"}}'],
  ['{ "a": 1 }', undefined, '{ "a": 1, "deps": { "m": "1" } }'],
  ['{"a":1,"b":2}', 'b', '{"a":1,"deps":{"m":"1"},"b":2}'],
  ['{"a":1,"b":2}', 'a', '{"deps":{"m":"1"},"a":1,"b":2}'],
  ['{\n  "a": 1\n}', undefined, '{\n  "a": 1,\n  "deps": {\n    "m": "1"\n  }\n}'],
  ['{\r\n\t"a": 1\r\n}', 'a', '{\r\n\t"deps": {\r\n\t\t"m": "1"\r\n\t},\r\n\t"a": 1\r\n}'],
  ['{\n\n  "a": 1\n}', undefined, '{\n\n  "a": 1,\n\n  "deps": {\n\n    "m": "1"\n\n  }\n}'],
])('into %j before %s comes an object', (text, before, after) => {
  expect(withObject(text, before)).toBe(after)
})
