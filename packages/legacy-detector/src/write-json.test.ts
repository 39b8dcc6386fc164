import { describe, expect, test } from 'vitest'
import { type JsonStyle, writeJson } from './write-json.ts'

const value = {
  b: 'a/b – Zoë 😀 ~',
  a: [1, true, null, { d: 0.5, c: '' }, []],
  'n/m': {},
}

describe('JSON as others write it', () => {
  test.each<[string, JsonStyle, string]>([
    ['JavaScript', {}, JSON.stringify(value)],
    [
      'Python: json.dumps(value)',
      { spaced: true, escapeUnicode: true },
      '{"b": "a/b \\u2013 Zo\\u00eb \\ud83d\\ude00 ~", "a": [1, true, null, {"d": 0.5, "c": ""}, []], "n/m": {}}',
    ],
    [
      'Python: json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)',
      { sorted: true },
      '{"a":[1,true,null,{"c":"","d":0.5},[]],"b":"a/b – Zoë 😀 ~","n/m":{}}',
    ],
    [
      'PHP: json_encode($value)',
      { escapeSlashes: true, escapeUnicode: true },
      '{"b":"a\\/b \\u2013 Zo\\u00eb \\ud83d\\ude00 ~","a":[1,true,null,{"d":0.5,"c":""},[]],"n\\/m":{}}',
    ],
    [
      'PHP: json_encode($value, JSON_UNESCAPED_UNICODE)',
      { escapeSlashes: true },
      '{"b":"a\\/b – Zoë 😀 ~","a":[1,true,null,{"d":0.5,"c":""},[]],"n\\/m":{}}',
    ],
  ])('%s', (_, style, json) => {
    expect(writeJson(value, style)).toBe(json)
  })

  // json.dumps('~\x7f\x80')
  test('Python writes ASCII up to ~ as it is', () => {
    expect(writeJson('~\u007f\u0080', { escapeUnicode: true })).toBe('"~\\u007f\\u0080"')
  })

  test.each([
    ['text', 'x', '"x"'],
    ['a number', 1e21, '1e+21'],
    ['null', null, 'null'],
    ['an array', ['x', 2], '["x",2]'],
  ])('%s alone', (_, alone, json) => {
    expect(writeJson(alone, {})).toBe(json)
  })

  test('thirty-two levels are written, and one more is refused', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
    expect(writeJson(JSON.parse(nested(33)), {})).toBe(nested(33))
    expect(() => writeJson(JSON.parse(nested(34)), {})).toThrow(RangeError)
    const object = `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`
    expect(() => writeJson(JSON.parse(object), {})).toThrow('nested too deep')
  })
})
