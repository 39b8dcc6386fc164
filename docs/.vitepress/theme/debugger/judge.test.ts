import { globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import { snippetExtension } from './snippet-extension.ts'

// Inputs of the rewrites' own tests: each is offered for migration, as a file of its language.
const fixtures = join(import.meta.dirname, '../../../../packages/migrate/fixtures')
// Templates and prose are told by their file's name alone.
const rewritten = globSync('*/*.input.*', { cwd: fixtures })
  .filter((path) => globSync(path.replace(/input\.\w+$/, 'output.*'), { cwd: fixtures }).length > 0)
  .filter((path) => !/\.(?:md|cshtml|blade\.php)$/.test(path))
  .sort()

const scripts = new Set(['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx'])

test.each(rewritten)('%s is offered for migration in its language', (path) => {
  const text = readFileSync(join(fixtures, path), 'utf8')
  const judgement = judge({ id: 0, text, now: 0 })
  if (judgement.kind !== 'source') throw new Error(`it is read as ${judgement.kind}`)
  const extension = extname(path).slice(1).replace('exs', 'ex')
  const given = snippetExtension(text, judgement.language)
  expect(scripts.has(extension) ? scripts.has(given) : given === extension, given).toBe(true)
})

test.each(['const add = (a, b) => { return a + b }', 'button { color: red; }'])(
  'code that neither signs nor joins is not: %s',
  (text) => {
    expect(judge({ id: 0, text, now: 0 }).kind).toBe('token')
  },
)
