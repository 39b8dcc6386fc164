import { expect, test } from 'vitest'
import { grammarFiles } from './edge/grammar-files.ts'
import { scan } from './scan.ts'
import { ignoreCommentsIn } from './suppressions.ts'

const directive = 'sigshift-ignore-next-line legacy-hmac-code'

test.each([
  [`// ${directive} for old servers`, 'for old servers'],
  [`/* ${directive} for old servers */`, 'for old servers'],
  [` * ${directive} for old servers`, 'for old servers'],
  [`{/* ${directive} for old servers */}`, 'for old servers'],
  [`# ${directive}: for old servers\r`, 'for old servers'],
  [`-- ${directive} for old servers`, 'for old servers'],
  [`{{-- ${directive} for old servers --}}`, 'for old servers'],
  [`@* ${directive} für alte Server *@`, 'für alte Server'],
  [`<%# ${directive} for old servers %>`, 'for old servers'],
  [`{# ${directive} for old servers #}`, 'for old servers'],
])('%j is as it should be', (line, reason) => {
  expect(ignoreCommentsIn(`first\n${line}\nlast\n`)).toEqual([
    { line: 2, codes: ['legacy-hmac-code'], reason },
  ])
})

test('several codes', () => {
  const line = `<!-- ${directive}, legacy-env-name -- for old servers -->`
  expect(ignoreCommentsIn(line)).toEqual([
    { line: 1, codes: ['legacy-hmac-code', 'legacy-env-name'], reason: 'for old servers' },
  ])
})

test.each([
  ['// sigshift-ignore-next-line', 'no-code'],
  ['/* sigshift-ignore-next-line */', 'no-code'],
  ['<!-- sigshift-ignore-next-line -->', 'no-code'],
  ['// sigshift-ignore-next-line legacy-hmac because', 'unknown-code'],
  [`// ${directive}, legacy-hmac because`, 'unknown-code'],
  [`// ${directive}`, 'no-reason'],
  [`/* ${directive} */`, 'no-reason'],
  [`<!-- ${directive} -->`, 'no-reason'],
  [`{{-- ${directive} --}}`, 'no-reason'],
])('%s: %s', (line, fault) => {
  expect(ignoreCommentsIn(`first\n${line}\n`)).toMatchObject([{ line: 2, fault }])
})

test('the word in code or in prose is no comment', () => {
  expect(ignoreCommentsIn(`const word = "${directive} because"\nWrite ${directive} why.`)).toEqual(
    [],
  )
})

const old = (comment: string): string => `const { createHmac } = require('crypto')
exports.sign = (key, secret, mn, role, ts) => {
  const hash = createHmac('sha256', secret).update(btoa(key + mn + ts + role)).digest('base64')
  ${comment}
  return btoa([key, mn, ts, role, hash].join('.'))
}`

test('what a whole comment is about is ignored and not rewritten', async () => {
  const text = old(`// ${directive} for the old server`)
  const report = await scan([{ path: 'a.js', text }], { grammars: grammarFiles })
  expect(report).toMatchObject({
    findings: [],
    ignored: [
      { code: 'legacy-hmac-code', line: 5, ignoredBy: { line: 4, reason: 'for the old server' } },
    ],
    rewrites: [],
    summary: { found: 0, fixable: 0 },
  })
})

test.each([
  '// sigshift-ignore-next-line',
  `// ${directive}`,
  '// sigshift-ignore-next-line x why',
])('%s ignores nothing', async (comment) => {
  const files = [{ path: 'a.js', text: old(comment) }]
  const { findings, ignored } = await scan(files, { grammars: grammarFiles })
  expect(findings).toMatchObject([{ code: 'legacy-hmac-code', fixable: true }])
  expect(ignored).toEqual([])
})
