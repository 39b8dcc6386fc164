import { expect, test } from 'vitest'
import type { TextRule } from '../rules/rule.ts'
import { applyEdits, type Edit, normalizeEdits, overlap } from './edit.ts'
import { joinTextEdits } from './text-edits.ts'

test.each<[readonly Edit[], readonly Edit[]]>([
  [[], []],
  [
    [
      [4, 5, 'b'],
      [0, 1, 'a'],
    ],
    [
      [0, 1, 'a'],
      [4, 5, 'b'],
    ],
  ],
  [
    [
      [0, 4, ''],
      [2, 6, ''],
    ],
    [[0, 6, '']],
  ],
  [
    [
      [0, 6, ''],
      [2, 4, ''],
    ],
    [[0, 6, '']],
  ],
  [
    [
      [0, 4, ''],
      [4, 6, ''],
    ],
    [
      [0, 4, ''],
      [4, 6, ''],
    ],
  ],
  [
    [
      [0, 4, 'a'],
      [2, 6, ''],
    ],
    [
      [0, 4, 'a'],
      [2, 6, ''],
    ],
  ],
  [
    [
      [0, 4, ''],
      [2, 6, 'a'],
    ],
    [
      [0, 4, ''],
      [2, 6, 'a'],
    ],
  ],
  [
    [
      [2, 2, 'a'],
      [2, 2, 'b'],
    ],
    [[2, 2, 'ab']],
  ],
  [
    [
      [2, 2, 'a'],
      [2, 5, 'b'],
    ],
    [[2, 5, 'ab']],
  ],
  [
    [
      [2, 5, 'b'],
      [2, 2, 'a'],
    ],
    [[2, 5, 'ab']],
  ],
  [
    [
      [2, 5, 'a'],
      [5, 5, 'b'],
    ],
    [[2, 5, 'ab']],
  ],
  [
    [
      [2, 5, 'a'],
      [5, 7, 'b'],
    ],
    [
      [2, 5, 'a'],
      [5, 7, 'b'],
    ],
  ],
])('the edits %j are %j', (edits, expected) => {
  expect(normalizeEdits(edits)).toEqual(expected)
})

test.each<[readonly Edit[], boolean]>([
  [
    [
      [0, 2, 'a'],
      [1, 3, 'b'],
    ],
    true,
  ],
  [
    [
      [0, 2, 'a'],
      [1, 1, 'b'],
    ],
    true,
  ],
  [
    [
      [0, 2, 'a'],
      [2, 3, 'b'],
    ],
    false,
  ],
  [
    [
      [0, 2, 'a'],
      [2, 2, 'b'],
    ],
    false,
  ],
  [
    [
      [0, 2, ''],
      [1, 3, ''],
    ],
    false,
  ],
  [[[0, 2, 'a']], false],
])('the edits %j overlap: %s', (edits, doThey) => {
  expect(overlap(edits)).toBe(doThey)
})

test.each<[Edit, string]>([
  [[-1, 0, ''], 'edit -1–0 is outside a text of 3'],
  [[2, 1, ''], 'edit 2–1 is outside a text of 3'],
  [[0, 4, ''], 'edit 0–4 is outside a text of 3'],
  [[Number.NaN, 1, ''], 'edit NaN–1 is outside a text of 3'],
])('the edit %j is outside', (edit, message) => {
  expect(() => applyEdits('abc', [edit])).toThrow(new RangeError(message))
})

test('edits that overlap are told, and those at the ends are made', () => {
  expect(() =>
    applyEdits('abc', [
      [0, 2, 'x'],
      [1, 3, 'y'],
    ]),
  ).toThrow(new RangeError('edits overlap'))
  expect(
    applyEdits('abc', [
      [0, 0, '<'],
      [3, 3, '>'],
      [1, 2, 'B'],
    ]),
  ).toBe('<aBc>')
  expect(applyEdits('abc', [[0, 3, '']])).toBe('')
  expect(applyEdits('abc', [])).toBe('abc')
})

/** Renames `old` to `new` in files that end with `.txt`. */
const rename: TextRule = {
  name: 'rename',
  codes: ['legacy-env-name'],
  markers: ['old'],
  appliesTo: (file) => file.endsWith('.txt'),
  findText: (text) => [
    ...[...text.matchAll(/old/g)].map(({ index }) => ({
      code: 'legacy-env-name' as const,
      place: { start: index, end: index + 3 },
      confidence: 'high' as const,
      edits: [[index, index + 3, 'new'] as const],
    })),
    { code: 'legacy-env-name', place: { start: 0, end: 0 }, confidence: 'low' },
  ],
}

test.each<[string, readonly Edit[], readonly Edit[], readonly Edit[]]>([
  ['a.txt', [[0, 9, 'f(old)']], [], [[0, 9, 'f(old)']]],
  [
    'a.txt',
    [[4, 9, 'f(old)']],
    [[0, 3, 'new']],
    [
      [0, 3, 'new'],
      [4, 9, 'f(new)'],
    ],
  ],
  ['a.txt', [[4, 9, 'old']], [[5, 8, 'new']], [[4, 9, 'new']]],
  [
    'a.txt',
    [[4, 9, 'x']],
    [
      [0, 4, 'new'],
      [9, 12, 'new'],
    ],
    [
      [0, 4, 'new'],
      [4, 9, 'x'],
      [9, 12, 'new'],
    ],
  ],
  [
    'a.txt',
    [[4, 9, 'x']],
    [
      [2, 5, 'new'],
      [8, 12, 'new'],
    ],
    [[4, 9, 'x']],
  ],
  [
    'a.js',
    [[4, 9, 'old']],
    [[0, 3, 'new']],
    [
      [0, 3, 'new'],
      [4, 9, 'old'],
    ],
  ],
])('in %s the new code %j and the names %j are joined', (file, code, names, expected) => {
  expect(joinTextEdits(code, names, file, [rename], {})).toEqual(expected)
})
