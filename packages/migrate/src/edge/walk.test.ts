import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SkippedFile } from '../finding.ts'
import { walk } from './walk.ts'

const code = 'createHmac()\n'

test('reads what can matter and says what it passes over', async () => {
  const root = await mkdtemp(join(tmpdir(), 'sigshift-walk-'))
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'a.js': code,
    'nothing.js': 'let x\n',
    'picture.png': code,
    '.gitignore': 'dist/\n*.gen.js\n',
    'dist/a.js': code,
    'b.gen.js': code,
    'deep/.sigshiftignore': 'old.js\n!c.gen.js\n',
    'deep/old.js': code,
    'deep/c.gen.js': code,
    'deep/new\nline.py': code,
    'node_modules/x/a.js': code,
    'binary.js': new Uint8Array([0, 1, 2, ...new TextEncoder().encode(code)]),
    'latin.js': new Uint8Array([...new TextEncoder().encode(code), 0xe9]),
    'large.js': code + 'x'.repeat(3_000_000),
    'bundle.js': code + 'x'.repeat(200_000),
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), content)
  }
  await symlink(root, join(root, 'deep/loop'))
  const skipped: SkippedFile[] = []
  const read: string[] = []
  for await (const { path } of walk(root, { onSkip: (file) => skipped.push(file) })) read.push(path)
  expect(read).toEqual(['a.js', 'bundle.js', 'deep/c.gen.js', 'deep/new\nline.py'])
  expect(skipped.sort((a, b) => a.file.localeCompare(b.file))).toEqual([
    { file: 'binary.js', reason: 'binary' },
    { file: 'bundle.js', reason: 'generated: a line is very long' },
    { file: 'deep/loop', reason: 'symbolic link' },
    { file: 'large.js', reason: 'too large' },
    { file: 'latin.js', reason: 'not UTF-8' },
  ])
})
