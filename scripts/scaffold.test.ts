import { expect, test } from 'vitest'
import { newCode, newRule, rulesFile } from './scaffold.ts'

const group = `export type EncodingIssueCode =
  | 'mac-hex'
  | 'alg-none'

export const encodingIssues: Readonly<Record<EncodingIssueCode, IssueWords>> = {
  'alg-none': {
    title: 'a',
  },
}

export const encodingSources: Readonly<Record<EncodingIssueCode, Sources>> = {
  'alg-none': ['rfc/8725'],
}
`
const files = { 'packages/spec/src/issues/encoding.ts': group }

test('a code is named, worded and cited in the one file of its group', () => {
  const made = newCode('mac-upper-case', 'encoding', files)
  expect(Object.keys(made)).toEqual(Object.keys(files))
  const [text = ''] = Object.values(made)
  expect(text).toContain("  | 'alg-none'\n  | 'mac-upper-case'\n")
  expect(text.match(/ {2}'mac-upper-case': /g)).toHaveLength(2)
  expect(text).toMatch(/title: 'FILL IN [^']{1,56}\.'/)
})

test.each([
  ['alg-none', 'encoding', /there already/],
  ['MacUpper', 'encoding', /wanted words like/],
  ['mac-upper-case', 'encodings', /no group/],
])('code %s in %s is refused', (code, name, reason) => {
  expect(() => newCode(code, name, files)).toThrow(reason)
})

const list = `import { keyInJoin } from './key-in-join.ts'
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [
  keyInJoin,
]
`

test('a rule is a file, a name in the list, and a case with what it finds', () => {
  const made = newRule('hand-made-jwt', { [rulesFile]: list })
  expect(Object.keys(made)).toEqual([
    'packages/migrate/src/rules/hand-made-jwt.ts',
    rulesFile,
    'packages/migrate/fixtures/javascript/hand-made-jwt.input.js',
    'packages/migrate/fixtures/javascript/hand-made-jwt.findings.json',
  ])
  expect(made[rulesFile]).toContain('  keyInJoin,\n  handMadeJwt,\n]')
})

test.each([
  ['hand-made-jwt', 0],
  ['old-join', 1],
  ['zoom-import', 2],
])('the import of %s is at its place in the alphabet', (name, line) => {
  const lines = newRule(name, { [rulesFile]: list })[rulesFile]?.split('\n') ?? []
  expect(lines.findIndex((text) => text.includes(`'./${name}.ts'`))).toBe(line)
})

test('a rule that is there already is refused', () => {
  expect(() => newRule('key-in-join', { [rulesFile]: list })).toThrow(/there already/)
})
