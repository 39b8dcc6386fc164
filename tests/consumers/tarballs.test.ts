import { readFileSync } from 'node:fs'
import { join, normalize } from 'node:path/posix'
import { describe, expect, inject, test } from 'vitest'
import { packagesIn, sourcesReached } from './imports.ts'
import { type Manifest, publishables, readJson, root, targetsOf } from './publishable.ts'

const consumer = inject('consumer')
const packed = inject('packed')
const { engines } = readJson<Manifest>(root, 'package.json')

const wanted = [
  /^dist\/[\w.-]+\.(?:js|d\.ts)(?:\.map)?$/,
  /^src\/(?!.*(?:\.(?:test|bench)\.ts$|(?:test|testing|fixtures)\/)).+\.ts$/,
  /^(?:README\.md|LICENSE|package\.json|THIRD-PARTY-NOTICES\.md)$/,
]

test('what the README offers is what is published', () => {
  const names = publishables.map(({ manifest }) => manifest.name)
  const promised = ['compat', 'legacy-detector', 'migrate', 'signer', 'spec']
  expect(names.sort()).toEqual([...promised.map((name) => `@sigshift/${name}`), 'sigshift'])
})

describe.each(publishables)('$manifest.name', ({ manifest: source, isWritten }) => {
  const { name } = source
  if (!isWritten) {
    test('is published', ({ skip }) => skip(`${name} has no source yet`))
    return
  }
  const paths = packed[name] ?? []
  const folder = join(consumer, 'node_modules', name)
  const manifest = readJson<Manifest>(folder, 'package.json')
  const modules = paths.filter((path) => /^dist\/.*\.(?:js|d\.ts)$/.test(path))
  const maps = paths.filter((path) => path.endsWith('.map'))
  const sources = paths.filter((path) => path.startsWith('src/'))
  const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8')

  test('holds dist, src without tests, README, LICENSE and package.json, nothing else', () => {
    expect(paths.filter((path) => !wanted.some((pattern) => pattern.test(path)))).toEqual([])
    expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']))
  })

  test('has every file that exports, imports and bin name', () => {
    const targets = targetsOf(manifest).map(normalize)
    expect(targets.filter((target) => !paths.includes(target))).toEqual([])
  })

  test('has a source map for every module and the sources that they name, or neither', () => {
    const named = maps.flatMap((map) =>
      readJson<{ sources: string[] }>(folder, map).sources.map((path) => join(map, '..', path)),
    )
    expect(named.filter((path) => !paths.includes(path))).toEqual([])
    expect(maps).toEqual(sources.length > 0 ? modules.map((path) => `${path}.map`).sort() : [])
  })

  test('has no source that its entries do not reach', () => {
    const reached = sourcesReached(folder, manifest)
    expect(sources.filter((path) => !reached.has(path))).toEqual([])
  })

  test('depends on the packages that dist imports, and on no other', () => {
    const declared = Object.keys(manifest.dependencies ?? {})
    const imported = [...packagesIn(folder, paths)]
    const text = modules.map(textOf).join('\n')
    // A data file of a package is named by its path, as in `require.resolve`.
    const used = declared.filter((found) => imported.includes(found) || text.includes(`${found}/`))
    expect(imported.filter((found) => !declared.includes(found))).toEqual([])
    expect(declared.filter((found) => !used.includes(found))).toEqual([])
  })

  test('gives the licence of every package whose code is in dist', () => {
    // The bundler writes above each ES module where it lay.
    const origins = modules.flatMap(
      (path) => textOf(path).match(/^\/\/ .*node_modules\/.+$/gm) ?? [],
    )
    const inside = origins.map((line) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(line)?.[1])
    const notices = paths.includes('THIRD-PARTY-NOTICES.md') ? textOf('THIRD-PARTY-NOTICES.md') : ''
    const named = [...notices.matchAll(/^## (\S+)/gm)].map(([, heading]) => heading)
    expect(inside.filter((found) => !named.includes(found))).toEqual([])
  })

  test('has no install script', () => {
    const scripts = Object.keys(manifest.scripts ?? {})
    expect(scripts.filter((script) => /install|prepare/.test(script))).toEqual([])
  })

  test('refuses, by engines, every Node that the repository refuses', () => {
    expect(manifest.engines?.node).toBe(engines?.node)
  })
})
