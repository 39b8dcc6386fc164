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
  'inherited-names.js': `import x from 'lib/toString'\n${['toLocaleString', 'constructor', 'hasOwnProperty', '__defineGetter__'].map((name) => `a.${name}(b); ${name}(c)`).join('\n')}\nx(b)\n${mac('(a + b).toLocaleString(c, d)')}`,
  'garbage.ts': '\u0000\ufffd<<<<>>>>hmac{{{{}}}'.repeat(200),
}

test.each(Object.entries(hostile))(
  '%s ends soon and without a finding',
  async (path, text) => {
    const { findings, summary } = await scan([{ path, text }], { grammars: grammarFiles })
    expect(findings).toEqual([])
    expect(summary.skipped).toEqual([])
  },
  10_000,
)

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

test('a file that the engine fails on is skipped with the reason, and the others are scanned', async () => {
  const files = ['good.js', 'bad.js', 'better.js'].map((path) => ({
    path,
    text: "ZoomMtg.join({ signature, apiKey: 'k', meetingNumber })",
  }))
  const { findings, summary } = await scan(files, {
    grammars: grammarFiles,
    sdkMajor: (file) => {
      if (file === 'bad.js') throw new Error('out of memory')
      return undefined
    },
  })
  expect(findings.map(({ file }) => file)).toEqual(['good.js', 'better.js'])
  expect(summary.skipped).toEqual([
    { file: 'bad.js', reason: 'could not be analysed: out of memory' },
  ])
})

test('a grammar that cannot be had ends the scan, so that nothing passes unseen', async () => {
  const files = [{ path: 'a.js', text: 'ZoomMtg.join({ signature, apiKey })' }]
  const grammars = () => Promise.reject(new Error('no such file'))
  await expect(scan(files, { grammars })).rejects.toThrow('the grammar javascript')
})

test('of generated files only names and versions are told, and nothing is changed', async () => {
  const text = `<script src="https://source.zoom.us/1.9.0/zoom.js"></script><script>ZoomMtg.join({ signature, apiKey: 'k' })</script>`
  const { findings, rewrites } = await scan([{ path: 'a.html', text, generated: true }], {
    grammars: grammarFiles,
    renamePackage: true,
  })
  expect(findings).toMatchObject([
    {
      code: 'legacy-package',
      fixable: false,
      manual: { reason: expect.stringContaining('generated') },
    },
  ])
  expect(rewrites).toEqual([])
})
