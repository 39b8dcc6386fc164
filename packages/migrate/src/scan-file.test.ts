import { expect, test } from 'vitest'
import { grammarFiles } from './edge/grammar-files.ts'
import type { ScanReport } from './finding.ts'
import { applyEdits } from './rewrite/edit.ts'
import { type ScanOptions, type SourceFile, scan } from './scan.ts'
import { sha256 } from './sha256.ts'

const scanned = (
  files: readonly SourceFile[],
  options: Omit<ScanOptions, 'grammars'> = {},
): Promise<ScanReport> => scan(files, { ...options, grammars: grammarFiles })

const sign = (
  name: string,
  before = '',
): string => `exports.${name} = (key, secret, mn, role, ts) => {
  const hash = createHmac('sha256', secret).update(btoa(key + mn + ts + role)).digest('base64')
${before}  return btoa([key, mn, ts, role, hash].join('.'))
}
`
const head = "const { createHmac } = require('crypto')\n"

test('a finding says what, where, how sure, and what is done', async () => {
  const text = head + sign('sign')
  const { findings, ignored, rewrites } = await scanned([{ path: 'a.js', text }])
  expect(findings).toEqual([
    {
      code: 'legacy-hmac-code',
      severity: 'error',
      file: 'a.js',
      line: 4,
      column: 10,
      endLine: 4,
      endColumn: 51,
      language: 'javascript',
      confidence: 'high',
      origin: 'Zoom signature sample, Node',
      fixable: true,
      commentedOut: false,
      secretInBrowser: false,
      notes: [],
    },
  ])
  expect(ignored).toEqual([])
  const [rewrite] = rewrites
  expect(rewrite).toEqual({
    file: 'a.js',
    sha256: await sha256(text),
    becomes: await sha256(applyEdits(text, rewrite?.edits ?? [])),
    edits: rewrite?.edits,
    codes: ['legacy-hmac-code'],
  })
})

test('findings come in the order of the text, whatever rule found them', async () => {
  const text = `${head}const k = process.env.OLD_KEY; const l = process.env.OLD_KEY
${sign('a')}process.env.OLD_KEY
${sign('b')}`
  const { findings, rewrites } = await scanned([{ path: 'a.js', text }], {
    renameEnv: { OLD_KEY: 'NEW_KEY' },
  })
  expect(findings.map(({ code, line, column }) => `${line}:${column} ${code}`)).toEqual([
    '2:23 legacy-env-name',
    '2:54 legacy-env-name',
    '5:10 legacy-hmac-code',
    '7:13 legacy-env-name',
    '10:10 legacy-hmac-code',
  ])
  expect(rewrites[0]?.codes).toEqual(['legacy-env-name', 'legacy-hmac-code'])
})

test('code that was switched off is told, less surely, and stays', async () => {
  const off = sign('sign').replaceAll(/^/gm, '// ').trimEnd()
  const { findings, rewrites } = await scanned([{ path: 'a.js', text: `${head}${off}\nf()\n` }])
  expect(findings).toMatchObject([
    {
      code: 'legacy-hmac-code',
      line: 4,
      confidence: 'medium',
      commentedOut: true,
      fixable: false,
      manual: { reason: 'The code is commented out.' },
    },
  ])
  expect(findings[0]?.manual?.replacement).toContain('meetingNumber: mn')
  expect(rewrites).toEqual([])
})

test('a file that does not parse stays', async () => {
  const text = `${head}${sign('sign')}const = 1\n`
  const { findings, rewrites } = await scanned([{ path: 'a.js', text }])
  expect(findings).toMatchObject([
    { line: 4, confidence: 'high', fixable: false, manual: { reason: 'The file does not parse.' } },
  ])
  expect(rewrites).toEqual([])
})

test('of two signatures one may be passed over', async () => {
  const comment = '  // sigshift-ignore-next-line legacy-hmac-code for a partner\n'
  const text = head + sign('a', comment) + sign('b')
  const { findings, ignored, rewrites, summary } = await scanned([{ path: 'a.js', text }])
  expect(ignored).toMatchObject([
    { line: 5, fixable: false, ignoredBy: { line: 4, reason: 'for a partner' } },
  ])
  expect(findings).toMatchObject([{ line: 9, fixable: true }])
  expect(summary).toMatchObject({ found: 1, fixable: 1, manual: 0 })
  const after = applyEdits(text, rewrites[0]?.edits ?? [])
  expect(after).toContain(sign('a', comment))
  expect(after).not.toContain(sign('b'))
})

test('a name may be passed over too', async () => {
  const text = '# sigshift-ignore-next-line legacy-env-name old host\nOLD_KEY=a\nOLD_KEY=b\n'
  const { findings, ignored, rewrites } = await scanned([{ path: '.env', text }], {
    renameEnv: { OLD_KEY: 'NEW_KEY' },
  })
  expect(ignored).toMatchObject([{ line: 2, fixable: false, ignoredBy: { line: 1 } }])
  expect(findings).toMatchObject([{ line: 3, fixable: true }])
  expect(rewrites).toMatchObject([{ edits: [[63, 70, 'NEW_KEY']] }])
})

test('a part that cannot be told leaves the code as it is', async () => {
  const text = `${head}exports.sign = (apiKey, secret, meetingNumber, ts) => {
  const hash = createHmac('sha256', secret).update(btoa(apiKey + meetingNumber + ts)).digest('base64')
  return btoa([apiKey, meetingNumber, ts, hash].join('.'))
}
`
  const { findings, rewrites, summary } = await scanned([{ path: 'a.js', text }])
  expect(findings).toMatchObject([
    { line: 4, fixable: false, manual: { reason: 'The role cannot be told from the code.' } },
  ])
  expect(rewrites).toEqual([])
  expect(summary).toMatchObject({ found: 1, fixable: 0, manual: 1 })
})

test('each file is told when it is done, read or not', async () => {
  const done: string[] = []
  const texts = { 'a.js': head + sign('a'), 'b.png': sign('b'), 'c.js': 'let c' }
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }))
  const { summary } = await scanned(files, { onFile: (file) => done.push(file) })
  expect(done).toEqual(['a.js', 'b.png', 'c.js'])
  expect(summary).toEqual({ scanned: 3, parsed: 1, skipped: [], found: 1, fixable: 1, manual: 0 })
})

test('the version of the SDK may be told for all files or for each', async () => {
  const text = "ZoomMtg.join({ signature, sdkKey: 'k', meetingNumber, userName })\n"
  const files = ['a.js', 'b.js'].map((path) => ({ path, text }))
  const foundWith = async (sdkMajor: ScanOptions['sdkMajor']): Promise<string[]> => {
    const options = sdkMajor === undefined ? {} : { sdkMajor }
    return (await scanned(files, options)).findings.map(({ file }) => file)
  }
  expect(await foundWith(undefined)).toEqual([])
  expect(await foundWith(3)).toEqual([])
  expect(await foundWith(4)).toEqual(['a.js', 'b.js'])
  expect(await foundWith((file) => (file === 'b.js' ? 5 : undefined))).toEqual(['b.js'])
})

test('a page asks the endpoint that is named', async () => {
  const text = `import { Base64 } from 'js-base64'
import hmacSha256 from 'crypto-js/hmac-sha256'
import encBase64 from 'crypto-js/enc-base64'
async function sign(key, secret, mn, role) {
  const ts = Date.now() - 30000
  const hash = encBase64.stringify(hmacSha256(Base64.encode(key + mn + ts + role), secret))
  return Base64.encodeURI([key, mn, ts, role, hash].join('.'))
}
document.getElementById('join').onclick = async () => join(await sign(k, s, m, 0))
`
  const written = async (options: { endpoint?: string }): Promise<string> => {
    const { rewrites } = await scanned([{ path: 'components/a.js', text }], options)
    return applyEdits(text, rewrites[0]?.edits ?? [])
  }
  expect(await written({})).toContain("'/api/zoom-signature'")
  expect(await written({ endpoint: '/sign' })).toContain("'/sign'")
})
