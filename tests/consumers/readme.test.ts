import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publishables, root, specifiersOf } from './publishable.ts'

const mention = /['"`](@sigshift\/[\w-]+(?:\/[\w-]+)*)['"`]/g

function mentionsIn(page: string): readonly string[] {
  return [...readFileSync(join(root, page), 'utf8').matchAll(mention)].map(([, name = '']) => name)
}

const published = publishables.flatMap(({ manifest }) => specifiersOf(manifest))
const written = publishables.filter(({ isWritten }) => isWritten)

describe.each(written)('the README of $manifest.name', ({ manifest, folder }) => {
  const page = join(folder, 'README.md')

  test.each(specifiersOf(manifest))('documents %s', (specifier) => {
    expect(mentionsIn(page)).toContain(specifier)
  })

  test.each(Object.keys(manifest.bin ?? {}))('documents the command %s', (name) => {
    expect(readFileSync(join(root, page), 'utf8')).toMatch(new RegExp(`npx ${name}\\b`))
  })
})

const pages = globSync(['README.md', 'packages/*/README.md', 'docs/**/*.md'], {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
}).filter((page) => {
  // A private package's page may name what is not published.
  const folder = /^packages\/[^/]+/.exec(page)?.[0]
  return folder === undefined || publishables.some((found) => found.folder === folder)
})

test.each(pages)('%s names only specifiers that are published', (page) => {
  expect(mentionsIn(page).filter((name) => !published.includes(name))).toEqual([])
})
