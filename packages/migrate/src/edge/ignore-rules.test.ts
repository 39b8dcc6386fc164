import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { IgnoreRules } from './ignore-rules.ts'

/** The rules inside folders that hold these ignore files, each in the one before. */
async function rulesOf(
  ...folders: readonly (readonly [folder: string, files: Readonly<Record<string, string>>])[]
): Promise<IgnoreRules> {
  let rules = IgnoreRules.none
  for (const [folder, files] of folders) {
    const place = await mkdtemp(join(tmpdir(), 'sigshift-ignore-'))
    for (const [name, text] of Object.entries(files)) await writeFile(join(place, name), text)
    rules = rules.enter(place, folder, Object.keys(files))
  }
  return rules
}

test.each([
  ['.git/', true],
  ['node_modules/', true],
  ['a/Node_Modules/b.js', true],
  ['.hg/', true],
  ['.svn/', true],
  ['bower_components/a.js', true],
  ['.pnpm-store/', true],
  ['a/__pycache__/', true],
  ['.github/', false],
  ['node_modules.js', false],
  ['my_node_modules/a.js', false],
  ['src/a.js', false],
])('without rules %s is left out: %s', (path, isIt) => {
  expect(IgnoreRules.none.ignores(path)).toBe(isIt)
})

test.each([
  ['dist/', true],
  ['sub/dist/', true],
  ['dist', false],
  ['a.gen.js', true],
  ['keep.gen.js', false],
  ['root.js', true],
  ['sub/root.js', false],
  ['#a', true],
  ['a.js', false],
])('by the rules of the root %s is left out: %s', async (path, isIt) => {
  const rules = await rulesOf([
    '',
    { '.gitignore': '# why\ndist/\n*.gen.js\n/root.js\n\\#a\n', '.sigshiftignore': '!keep.gen.js' },
  ])
  expect(rules.ignores(path)).toBe(isIt)
})

test.each([
  ['sub/a.js', false],
  ['sub/b.js', true],
  ['sub/deep/c.js', true],
  ['sub/d.log', true],
])('the rules of a folder come after those above it: %s is left out: %s', async (path, isIt) => {
  const rules = await rulesOf(
    ['', { '.gitignore': 'a.js\n*.log\n' }],
    ['sub', { '.gitignore': '!a.js\n/b.js\n/deep/c.js\n' }],
  )
  expect(rules.ignores(path)).toBe(isIt)
})

test('a rule cannot bring back what nobody wants but by its name', async () => {
  const rules = await rulesOf(['', { '.gitignore': '!node_modules/a.js\n' }])
  expect(rules.ignores('node_modules/')).toBe(true)
})

test('a folder without ignore files has the rules of the one above, at no cost', async () => {
  const above = await rulesOf(['', { '.gitignore': 'a.js\n' }])
  expect(above.enter('/nowhere', 'sub', ['package.json'])).toBe(above)
})

test('an ignore file that cannot be read says nothing', async () => {
  const rules = IgnoreRules.none.enter('/nowhere', '', ['.gitignore'])
  expect(rules.ignores('a.js')).toBe(false)
})
