import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createTree, git, removeTrees } from '../../testing/tree.ts'
import { quotePath, unifiedDiff } from './unified-diff.ts'

afterEach(removeTrees)

test('has names, hunks and three lines around a change', () => {
  expect(unifiedDiff('src/a.js', '1\n2\n3\n4\n5\n', '1\n2\n3\n4\nfive\n')).toBe(
    '--- a/src/a.js\n+++ b/src/a.js\n@@ -2,4 +2,4 @@\n 2\n 3\n 4\n-5\n+five\n',
  )
})

describe('git apply makes the new text from the old one', () => {
  const endings: readonly (readonly [string, string, string])[] = [
    ['plain.js', 'a\nb\n', 'a\nc\n'],
    ['crlf.js', 'a\r\n\tb  \r\n', 'a\r\n\tc  \r\n'],
    ['bom.js', '\uFEFFa\nb', '\uFEFFa\nc'],
    ['emoji.js', '👩‍💻\nb\n', '👩‍💻\nc\n'],
    ['with space.js', 'a\n', 'b\n'],
    ['new\nline\u001b[31m"\\.js', 'a\n', 'b\n'],
    ['right-to-left\u202e.js', 'a\n', 'b\n'],
  ]
  test.each(endings)('%j', async (name, before, after) => {
    const root = await createTree({ [name]: before })
    const diff = unifiedDiff(name, before, after)
    for (const mark of ['\u001b', '\u202e']) expect(diff).not.toContain(mark)
    await writeFile(join(root, 'x.patch'), diff)
    git(root, 'apply', '--whitespace=nowarn', 'x.patch')
    expect(await readFile(join(root, name), 'utf8')).toBe(after)
  })
})

test('what could move the cursor is shown as its number', () => {
  expect(unifiedDiff('a.js', 'a\n\u001b[2Jx\n', 'b\n\u001b[2Jx\n')).toContain('\n \\u{1b}[2Jx\n')
  expect(quotePath('a\tb')).toBe('"a\\tb"')
})
