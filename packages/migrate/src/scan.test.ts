import { expect, test } from 'vitest'
import { grammarFiles } from './edge/grammar-files.ts'
import { scan } from './scan.ts'

const mac = (message: string): string =>
  `crypto.createHmac('sha256', k).update(${message}).digest('hex')`

const chain = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

/** Code whose meaning would take forever to write out. */
const hostile: Readonly<Record<string, string>> = {
  'long-sum.js': `var a = ${'x + '.repeat(5000)}x; ${mac('a')}`,
  'deep-brackets.js': `hmac = ${'('.repeat(5000)}${')'.repeat(5000)}`,
  'unclosed.js': `hmac = ${'['.repeat(20_000)}`,
  'appended.js': `let a = ''\n${'a += b + "c"\n'.repeat(2000)}${mac('a')}`,
  'endless-recursion.js': `function f(a) { return g(a) + g(a) }\nfunction g(a) { return f(a) + f(a) }\n${mac('f(1)')}`,
  'doubling-calls.js': `${chain(30, (i) => `function f${i}(a) { return f${i + 1}(a) + f${i + 1}(a) }`)}\n${mac('f0(1)')}`,
  'doubling-names.js': `var v0 = x\n${chain(60, (i) => `var v${i + 1} = v${i} + v${i}`)}\n${mac('v60')}`,
  'garbage.ts': '\u0000\ufffd<<<<>>>>hmac{{{{}}}'.repeat(200),
}

test.each(Object.entries(hostile))('%s ends soon and without a finding', async (path, text) => {
  const started = performance.now()
  const { findings, summary } = await scan([{ path, text }], { grammars: grammarFiles })
  expect(findings).toEqual([])
  expect(summary.skipped).toEqual([])
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('counts what it did', async () => {
  const old = `const { createHmac } = require('crypto')
exports.sign = (key, secret, mn, role, ts) => {
  const hash = createHmac('sha256', secret).update(btoa(key + mn + ts + role)).digest('base64')
  return btoa([key, mn, ts, role, hash].join('.'))
}`
  const files = [
    { path: 'a.js', text: old },
    { path: 'b.js', text: 'let x' },
  ]
  const { findings, rewrites, summary } = await scan(files, { grammars: grammarFiles })
  expect(summary).toEqual({ scanned: 2, parsed: 1, skipped: [], found: 1, fixable: 1, manual: 0 })
  expect(findings).toMatchObject([
    {
      code: 'legacy-hmac-code',
      file: 'a.js',
      line: 4,
      column: 10,
      endLine: 4,
      endColumn: 51,
      fixable: true,
    },
  ])
  expect(rewrites.map(({ file }) => file)).toEqual(['a.js'])
})
