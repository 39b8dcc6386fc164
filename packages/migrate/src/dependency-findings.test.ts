import { expect, test } from 'vitest'
import { grammarFiles } from './edge/grammar-files.ts'
import type { FileRewrite, Finding, ScanReport } from './finding.ts'
import { applyEdits } from './rewrite/edit.ts'
import { type ScanOptions, scan } from './scan.ts'
import { sha256 } from './sha256.ts'

const old = `import hmacSha256 from 'crypto-js/hmac-sha256'
import encBase64 from 'crypto-js/enc-base64'
import { Base64 } from 'js-base64'

export function sign(key, secret, mn, role) {
  const ts = Date.now() - 30000
  const hash = encBase64.stringify(hmacSha256(Base64.encode(key + mn + ts + role), secret))
  return Base64.encodeURI(\`\${key}.\${mn}.\${ts}.\${role}.\${hash}\`)
}
`

interface ManifestReport {
  readonly findings: readonly Finding[]
  readonly rewrite: FileRewrite | undefined
  readonly after: string
  readonly rewrites: ScanReport['rewrites']
}

async function manifestReport(
  text: string,
  options: Omit<ScanOptions, 'grammars'> = {},
  others: Readonly<Record<string, string>> = {},
): Promise<ManifestReport> {
  const tree = { 'package.json': text, 'sign.js': old, ...others }
  const files = Object.entries(tree).map(([path, content]) => ({ path, text: content }))
  const { findings, rewrites } = await scan(files, { ...options, grammars: grammarFiles })
  const rewrite = rewrites.find(({ file }) => file === 'package.json')
  return {
    findings: findings.filter(({ file }) => file === 'package.json'),
    rewrite,
    after: applyEdits(text, rewrite?.edits ?? []),
    rewrites,
  }
}

const consequence = {
  code: 'legacy-package',
  severity: 'warning',
  file: 'package.json',
  language: 'text',
  confidence: 'high',
  fixable: true,
  commentedOut: false,
  secretInBrowser: false,
  isConsequence: true,
}
const hint = 'run your package manager afterwards, for the lockfile'

test('each change of a manifest is a finding with its reason, in the order of the text', async () => {
  const text = `{
  "devDependencies": { "@types/crypto-js": "4" },
  "dependencies": {
    "crypto-js": "4",
    "zod": "3"
  }
}
`
  const { findings, rewrite, rewrites, after } = await manifestReport(text)
  expect(findings).toEqual([
    {
      ...consequence,
      line: 2,
      column: 24,
      endLine: 2,
      endColumn: 47,
      notes: ['nothing uses @types/crypto-js any more', hint],
    },
    {
      ...consequence,
      line: 3,
      column: 3,
      endLine: 3,
      endColumn: 17,
      notes: ['the new code needs @sigshift/signer', hint],
    },
    {
      ...consequence,
      line: 4,
      column: 5,
      endLine: 4,
      endColumn: 21,
      notes: ['nothing uses crypto-js any more', hint],
    },
  ])
  expect(rewrite).toEqual({
    file: 'package.json',
    sha256: await sha256(text),
    becomes: await sha256(after),
    edits: rewrite?.edits,
    codes: ['legacy-package'],
    needs: [{ file: 'sign.js', sha256: rewrites.find(({ file }) => file === 'sign.js')?.becomes }],
  })
})

test('without a list of dependencies the finding is at the head of the manifest', async () => {
  const { findings, rewrite } = await manifestReport('{ "name": "a" }')
  expect(findings).toMatchObject([{ line: 1, column: 2, endLine: 1, endColumn: 2 }])
  expect(rewrite).not.toHaveProperty('needs')
})

test('the rewrite of a manifest takes up what a rule does to it', async () => {
  const text = '{"dependencies":{"@zoomus/websdk":"^2.3.0","js-base64":"3","zod":"3"}}'
  const { rewrite, rewrites, after } = await manifestReport(text, { renamePackage: true })
  expect(after).toMatch(
    /^\{"dependencies":\{"@sigshift\/signer":"\^0\.1\.0","@zoom\/meetingsdk":"\^[\d.]+","zod":"3"\}\}$/,
  )
  expect(rewrite?.sha256).toBe(await sha256(text))
  expect(rewrite?.codes).toEqual(['legacy-package'])
  expect(rewrites.map(({ file }) => file)).toEqual(['sign.js', 'package.json'])
})

test('a lockfile or prose that names a package is no use of it', async () => {
  const names = ['package-lock.json', 'yarn.lock', 'a/pnpm-lock.yaml', 'README.md', 'a.txt']
  const others = Object.fromEntries(names.map((name) => [name, 'js-base64 crypto-js']))
  const { after } = await manifestReport('{"dependencies":{"js-base64":"3"}}', {}, others)
  expect(after).toBe('{"dependencies":{"@sigshift/signer":"^0.1.0"}}')
  const used = { 'webpack.config.json': 'js-base64' }
  const kept = await manifestReport('{"dependencies":{"js-base64":"3"}}', {}, used)
  expect(kept.after).toContain('"js-base64"')
})
