import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { plan, scan } from '../../packages/migrate/src/index.ts'
import { apply, grammarFiles, walk } from '../../packages/migrate/src/node.ts'
import { scanTree } from './scan-tree.ts'
import { type Files, makeTree, old, removeTree } from './trees.ts'

const roots: string[] = []
function tree(files: Files): string {
  const root = makeTree({ 'old.js': old, ...files })
  chmodSync(root, 0o755)
  roots.push(root)
  return root
}
afterEach(() => {
  for (const root of roots.splice(0)) removeTree(root)
})

const theOldFile = ['old.js: legacy-hmac-code']

test('links: loops, to above, to nowhere, to a device', async () => {
  const root = tree({ 'a/b/c.js': 'let x' })
  symlinkSync('..', join(root, 'a/b/up'))
  symlinkSync('/', join(root, 'a/root'))
  symlinkSync('self.js', join(root, 'self.js'))
  symlinkSync('nowhere.js', join(root, 'dangling.js'))
  symlinkSync('/dev/zero', join(root, 'zero.js'))
  const { found, skipped } = await scanTree(root)
  expect(found).toEqual(theOldFile)
  expect(skipped.map(({ file, reason }) => `${file}: ${reason}`).sort()).toEqual([
    'a/b/up: symbolic link',
    'a/root: symbolic link',
    'dangling.js: symbolic link',
    'self.js: symbolic link',
    'zero.js: symbolic link',
  ])
})

test('100,000 files', async () => {
  const root = tree({})
  for (let folder = 0; folder < 100; folder += 1) {
    const first = join(root, `d${folder}/0.js`)
    mkdirSync(join(root, `d${folder}`), { recursive: true })
    writeFileSync(first, 'export const x = 1\n')
    for (let file = 1; file < 1000; file += 1) linkSync(first, join(root, `d${folder}/${file}.js`))
  }
  const { found, skipped, read } = await scanTree(root)
  expect(found).toEqual(theOldFile)
  expect(skipped).toEqual([])
  expect(read).toBe(100_001)
})

test('files that are no text, or too much of it', async () => {
  const root = tree({
    'huge.js': old,
    'zeros.js': new Uint8Array(100_000),
    'binary.js': Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from(old)]),
    'latin.js': Buffer.concat([Buffer.from(old), Buffer.from([0xe9, 0x0a])]),
    'line.js': `${old}//${'x'.repeat(1_000_000)}\n`,
    'one-line.json': `{"hmac": "${'y'.repeat(1_000_000)}"}`,
    'empty.js': '',
  })
  truncateSync(join(root, 'huge.js'), 200_000_000)
  const { found, skipped, megabytes } = await scanTree(root)
  expect(found).toEqual(theOldFile)
  expect(Object.fromEntries(skipped.map(({ file, reason }) => [file, reason]))).toEqual({
    'huge.js': 'too large',
    'binary.js': 'binary',
    'latin.js': 'not UTF-8',
    'line.js': 'generated: a line is very long',
    'one-line.json': 'generated: a line is very long',
  })
  expect(megabytes).toBeLessThan(400)
})

test('what may not be read, and what is no file', async () => {
  const root = tree({ 'closed/a.js': old, 'secret.js': old })
  execFileSync('mkfifo', [join(root, 'pipe.js')])
  mkdirSync(join(root, 'folder.js'))
  chmodSync(join(root, 'closed'), 0)
  chmodSync(join(root, 'secret.js'), 0)
  const { found, skipped } = await scanTree(root)
  expect(found).toEqual(theOldFile)
  expect(skipped).toContainEqual({ file: 'closed', reason: 'not readable' })
  expect(skipped).toContainEqual({ file: 'secret.js', reason: 'not readable' })
})

test('deep nesting of folders, past what a path may be long, and of code', async () => {
  const brackets = (depth: number): string => `hmac = ${'['.repeat(depth)}${']'.repeat(depth)}`
  const root = tree({
    'list.js': brackets(100_000),
    'calls.py': `hmac.new(${'f('.repeat(50_000)}${')'.repeat(50_000)})`,
    'package.json': `{"dependencies":${'{"a":\n'.repeat(50_000)}1${'}'.repeat(50_001)}`.replaceAll(
      '}}}}}}}}',
      '}}}}}}}}\n',
    ),
    'page.html': `${'<script>hmac('.repeat(10_000)}`,
    'README.md': `${'```js\nhmac\n'.repeat(20_000)}`,
  })
  const deeper = `for (let i = 0; i < 40; i += 1) {
    require('fs').mkdirSync('d'.repeat(200)); process.chdir('d'.repeat(200)) }
    require('fs').writeFileSync('a.js', 'createHmac()')`
  execFileSync(process.execPath, ['-e', deeper], { cwd: root })
  const { found, skipped } = await scanTree(root)
  // The signer is wanted by `old.js`, and goes where the manifest has room for it.
  expect(found).toEqual([...theOldFile, 'package.json: legacy-package'])
  expect(skipped.map(({ file }) => file.slice(0, 4))).toContain('dddd')
})

test('names with line breaks, quotes, escapes, and of no encoding', async () => {
  const names = [
    'a\nb.js',
    'it\'s "$(x)" `y`.js',
    '\u001b[31mred.js',
    '-rf.js',
    ' .js',
    '日本/é.js',
  ]
  const root = tree(Object.fromEntries(names.map((name) => [name, old])))
  execFileSync('sh', ['-c', `printf 'hmac' > "$(printf '\\377\\376.js')"`], { cwd: root })
  const { found } = await scanTree(root)
  expect(found).toHaveLength(names.length + 1)
  const planned = plan(await scan(walk(root), { grammars: grammarFiles }))
  const done = await apply(planned, root)
  expect(done.map(({ outcome }) => outcome)).toEqual(Array(names.length + 1).fill('written'))
  for (const name of names) expect(readFileSync(join(root, name), 'utf8')).toContain('@sigshift')
})

test('files that vanish or change while they are read', async () => {
  const names = Array.from({ length: 400 }, (_, index) => `${index}.js`)
  const root = tree(Object.fromEntries(names.map((name) => [name, old])))
  const skipped: string[] = []
  let read = 0
  const files = walk(root, {
    onRead: () => {
      read += 1
      if (read === 10)
        for (const name of names.slice(200, 300)) rmSync(join(root, name), { force: true })
      if (read === 20)
        for (const name of names.slice(300)) writeFileSync(join(root, name), 'let x\n')
    },
    onSkip: ({ reason }) => skipped.push(reason),
  })
  const report = await scan(files, { grammars: grammarFiles })
  expect(new Set(skipped)).toEqual(new Set(['gone since it was listed']))
  expect(report.findings.length).toBeGreaterThanOrEqual(200)

  const changed = report.rewrites[0]?.file ?? ''
  const gone = report.rewrites[1]?.file ?? ''
  writeFileSync(join(root, changed), `${old}// mine\n`)
  rmSync(join(root, gone))
  const outcomes = new Map(
    (await apply(plan(report), root)).map(({ file, outcome }) => [file, outcome]),
  )
  expect(outcomes.get(changed)).toBe('changed-since-scan')
  expect(outcomes.get(gone)).toBe('missing')
  expect(readFileSync(join(root, changed), 'utf8')).toBe(`${old}// mine\n`)
})

test('nothing outside the root is written, whatever becomes a link after the scan', async () => {
  const outside = tree({ 'd/sign.js': old })
  const root = tree({ 'd/sign.js': old, 'e/sign.js': old })
  const planned = plan(await scan(walk(root), { grammars: grammarFiles }))
  rmSync(join(root, 'd'), { recursive: true })
  symlinkSync(join(outside, 'd'), join(root, 'd'))
  rmSync(join(root, 'e/sign.js'))
  symlinkSync(join(outside, 'old.js'), join(root, 'e/sign.js'))
  const outcomes = (await apply(planned, root)).map(({ file, outcome }) => `${file}: ${outcome}`)
  expect(outcomes.sort()).toEqual([
    'd/sign.js: outside-root',
    'e/sign.js: outside-root',
    'old.js: written',
  ])
  expect(readFileSync(join(outside, 'd/sign.js'), 'utf8')).toBe(old)
  expect(readFileSync(join(outside, 'old.js'), 'utf8')).toBe(old)
})
