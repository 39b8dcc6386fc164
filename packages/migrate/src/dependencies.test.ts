import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { signer } from './dependencies.ts'
import { grammarFiles } from './edge/grammar-files.ts'
import type { ScanReport } from './finding.ts'
import { plan } from './plan.ts'
import { applyEdits } from './rewrite/edit.ts'
import { type ScanOptions, scan } from './scan.ts'

const old = `import hmacSha256 from 'crypto-js/hmac-sha256'
import encBase64 from 'crypto-js/enc-base64'
import { Base64 } from 'js-base64'

export function sign(key, secret, mn, role) {
  const ts = Date.now() - 30000
  const hash = encBase64.stringify(hmacSha256(Base64.encode(key + mn + ts + role), secret))
  return Base64.encodeURI(\`\${key}.\${mn}.\${ts}.\${role}.\${hash}\`)
}
`

type Tree = Readonly<Record<string, string>>

async function migrate(
  tree: Tree,
  options: Omit<ScanOptions, 'grammars'> = {},
): Promise<{ tree: Tree; report: ScanReport }> {
  const files = Object.entries(tree).map(([path, text]) => ({ path, text }))
  const report = await scan(files, { ...options, grammars: grammarFiles })
  const after = plan(report).files.map(({ file, edits }) => [
    file,
    applyEdits(tree[file] ?? '', edits),
  ])
  return { tree: { ...tree, ...Object.fromEntries(after) }, report }
}

const manifest = `{
    "name": "app",
    "dependencies": {
        "crypto-js": "^4.0.0",
        "express": "^4.17.1",
        "js-base64": "^3.7.2"
    },
    "devDependencies": { "@types/crypto-js": "^4.0.1" },
    "private": true
}
`

test('dead dependencies go and the signer comes; all else stays as it was', async () => {
  const { tree, report } = await migrate({ 'package.json': manifest, 'src/sign.js': old })
  expect(tree['package.json']).toBe(`{
    "name": "app",
    "dependencies": {
        "@sigshift/signer": "^0.1.0",
        "express": "^4.17.1"
    },
    "devDependencies": {},
    "private": true
}
`)
  expect(report.findings.filter(({ file }) => file === 'package.json')).toMatchObject([
    { code: 'legacy-package', line: 3, fixable: true },
    { code: 'legacy-package', line: 4, column: 9, fixable: true },
    { code: 'legacy-package', line: 6, fixable: true },
    { code: 'legacy-package', line: 8, fixable: true },
  ])
  expect(report.rewrites.map(({ file }) => file)).toEqual(['src/sign.js', 'package.json'])
  const again = await migrate(tree)
  expect(again.report).toMatchObject({ findings: [], rewrites: [] })
})

test.each([
  [
    'tabs and CRLF',
    '{\r\n\t"dependencies": {\r\n\t\t"zod": "3"\r\n\t}\r\n}\r\n',
    '{\r\n\t"dependencies": {\r\n\t\t"@sigshift/signer": "^0.1.0",\r\n\t\t"zod": "3"\r\n\t}\r\n}\r\n',
  ],
  [
    'keys in no order',
    '{"dependencies":{"b":"1","a":"1"}}',
    '{"dependencies":{"b":"1","a":"1","@sigshift/signer":"^0.1.0"}}',
  ],
  [
    'keys in no order and dead ones last',
    '{"dependencies":{"b":"1","a":"1","js-base64":"3","crypto-js":"4"}}',
    '{"dependencies":{"b":"1","a":"1","@sigshift/signer":"^0.1.0"}}',
  ],
  [
    'only dead ones',
    '{\n  "dependencies": {\n    "crypto-js": "4"\n  }\n}',
    '{\n  "dependencies": {\n    "@sigshift/signer": "^0.1.0"\n  }\n}',
  ],
  ['an empty list', '{ "dependencies": {} }', '{ "dependencies": {"@sigshift/signer": "^0.1.0"} }'],
  [
    'no list',
    '\uFEFF{\n  "name": "x",\n  "devDependencies": {}\n}\n',
    '\uFEFF{\n  "name": "x",\n  "dependencies": {\n    "@sigshift/signer": "^0.1.0"\n  },\n  "devDependencies": {}\n}\n',
  ],
  ['nothing at all', '{}', '{"dependencies": {"@sigshift/signer": "^0.1.0"}}'],
  ['no JSON', '{ "dependencies": ', '{ "dependencies": '],
])('a manifest with %s', async (_, before, after) => {
  const { tree } = await migrate({ 'package.json': before, 'sign.js': old })
  expect(tree['package.json']).toBe(after)
})

test('a dependency that something still uses stays', async () => {
  const other = `import AES from 'crypto-js/aes'\n`
  const near = await migrate({ 'package.json': manifest, 'sign.js': old, 'lib/aes.js': other })
  expect(near.tree['package.json']).toContain('"crypto-js"')
  expect(near.tree['package.json']).not.toContain('"js-base64"')

  const pinned = manifest.replace('"private": true', '"overrides": { "crypto-js": "4.2.0" }')
  const named = await migrate({ 'package.json': pinned, 'sign.js': old })
  expect(named.tree['package.json']).toContain('"crypto-js": "^4.0.0"')

  const own = `{ "dependencies": { "crypto-js": "4" } }`
  const far = { 'package.json': manifest, 'sign.js': old, 'b/package.json': own, 'b/aes.js': other }
  const apart = await migrate(far)
  expect(apart.tree['package.json']).not.toContain('crypto-js')
  expect(apart.tree['b/package.json']).toBe(own)
})

test('a dependency that no rewrite touched is not our business', async () => {
  const { report } = await migrate({ 'package.json': manifest, 'a.js': 'let x' })
  expect(report).toMatchObject({ findings: [], rewrites: [] })
})

test('the nearest manifest gets the signer, unless one above it has it', async () => {
  const root = '{ "dependencies": { "@sigshift/signer": "^0.1.0" } }'
  const inside = '{ "name": "inside" }'
  const files = { 'package.json': '{}', 'a/package.json': inside, 'a/sign.js': old }
  const { tree } = await migrate(files)
  expect(tree['package.json']).toBe('{}')
  expect(tree['a/package.json']).toContain('@sigshift/signer')
  const above = await migrate({ ...files, 'package.json': root })
  expect(above.tree['a/package.json']).toBe(inside)
  const alone = await migrate(files, { standalone: true })
  expect(alone.tree['a/package.json']).toBe(inside)
})

test('a manifest is only rewritten with the files that it was looked at for', async () => {
  const files = { 'package.json': manifest, 'sign.js': old }
  const { report } = await migrate(files)
  expect(plan(report, ({ file }) => file !== 'sign.js').files).toEqual([])
})

test('the version asked for is one of the signer as it is', () => {
  const url = new URL('../../signer/package.json', import.meta.url)
  const { version } = JSON.parse(readFileSync(url, 'utf8'))
  expect(version.split('.').slice(0, 2)).toEqual(signer.range.slice(1).split('.').slice(0, 2))
})
