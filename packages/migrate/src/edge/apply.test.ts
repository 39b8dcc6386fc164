import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plan } from '../plan.ts'
import { scan } from '../scan.ts'
import { apply } from './apply.ts'
import { grammarFiles } from './grammar-files.ts'
import { walk } from './walk.ts'

const old = `const crypto = require('crypto')
module.exports = (key, secret, mn, role) => {
  const ts = Date.now() - 30000
  const msg = Buffer.from(key + mn + ts + role).toString('base64')
  const hash = crypto.createHmac('sha256', secret).update(msg).digest('base64')
  return Buffer.from(\`\${key}.\${mn}.\${ts}.\${role}.\${hash}\`).toString('base64')
}
`

async function tree(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'sigshift-apply-'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

async function planOf(root: string): Promise<ReturnType<typeof plan>> {
  return plan(await scan(walk(root), { grammars: grammarFiles }))
}

test('writes what was planned, once, and keeps the mode', async () => {
  const root = await tree({ 'src/sign.js': old })
  await chmod(join(root, 'src/sign.js'), 0o755)
  const planned = JSON.parse(JSON.stringify(await planOf(root)))
  expect(await apply(planned, root)).toEqual([{ file: 'src/sign.js', outcome: 'written' }])
  expect(await readFile(join(root, 'src/sign.js'), 'utf8')).toContain('@sigshift/signer/sync')
  expect((await stat(join(root, 'src/sign.js'))).mode & 0o777).toBe(0o755)
  expect(await readdir(join(root, 'src'))).toEqual(['sign.js'])
  expect((await planOf(root)).files).toEqual([])
  expect(await apply(planned, root)).toEqual([{ file: 'src/sign.js', outcome: 'already-applied' }])
  await writeFile(join(root, 'src/sign.js'), `${old}// changed`)
  expect(await apply(planned, root)).toEqual([
    { file: 'src/sign.js', outcome: 'changed-since-scan' },
  ])
})

test('a file that goes with others waits for them', async () => {
  const root = await tree({ 'a.js': old, 'b.js': old })
  const [a, b] = (await planOf(root)).files
  if (!a || !b) throw new Error('two files are to be rewritten')
  const files = [{ ...b, needs: [{ file: a.file, sha256: a.becomes }] }]
  expect(await apply({ version: 1, files }, root)).toEqual([
    { file: 'b.js', outcome: 'waits-for-others' },
  ])
  const all = await apply({ version: 1, files: [a, ...files] }, root)
  expect(all.map(({ outcome }) => outcome)).toEqual(['written', 'written'])
})

test('writes nothing outside the root, through links or names', async () => {
  const elsewhere = await tree({ 'sign.js': old })
  const root = await tree({ 'sign.js': old })
  await symlink(elsewhere, join(root, 'out'))
  await symlink(join(elsewhere, 'sign.js'), join(root, 'link.js'))
  const [file] = (await planOf(root)).files
  const names = ['out/sign.js', '../sign.js', 'link.js', join(elsewhere, 'sign.js'), 'gone.js']
  const files = names.map((name) => ({ ...(file as NonNullable<typeof file>), file: name }))
  const outcomes = (await apply({ version: 1, files }, root)).map(({ outcome }) => outcome)
  expect(outcomes).toEqual([
    'outside-root',
    'outside-root',
    'outside-root',
    'outside-root',
    'missing',
  ])
  expect(await readFile(join(elsewhere, 'sign.js'), 'utf8')).toBe(old)
})
