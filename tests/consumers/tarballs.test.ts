import { readFileSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path/posix'
import { describe, expect, inject, test } from 'vitest'
import { cell } from './cell.ts'
import { packagesIn, sourcesReached } from './imports.ts'
import { type Manifest, publishables, readJson, root, targetsOf } from './publishable.ts'
import { brokenPlaces } from './source-maps.ts'

const consumer = inject('consumer')
const packed = inject('packed')
const { engines } = readJson<Manifest>(root, 'package.json')

/** The largest that a tarball may become, in kB. Who crosses it says why in the commit that raises it. */
const ceilings: Readonly<Record<string, number>> = {
  '@sigshift/spec': 110,
  '@sigshift/signer': 22,
  '@sigshift/legacy-detector': 105,
  '@sigshift/compat': 28,
  '@sigshift/migrate': 780,
  sigshift: 170,
}

const wanted = [
  /^dist\/(?:edge\/)?[\w.-]+\.(?:js|d\.ts)(?:\.map)?$/,
  /^dist\/grammars\/(?:LICENCES\.txt|tree-sitter-\w+\.wasm\.br)$/,
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

  const filled = (
    row: 'publishes the listed files' | 'source maps resolve',
    rule: string,
    body: () => void | Promise<void>,
  ): void => cell(row, name, rule, body)

  filled('publishes the listed files', 'those of the list beside this test', async () => {
    // Chunks have a hash in their names; sources are bound by what the entries reach.
    const named = paths.filter((path) => !/-[\w-]{8}\.|^src\/|\.map$/.test(path))
    await expect(`${named.join('\n')}\n`).toMatchFileSnapshot(
      `published/${name.replace('@sigshift/', '')}.txt`,
    )
  })

  filled('publishes the listed files', 'small', () => {
    const { file } = inject('tarballs').find((tarball) => tarball.name === name) ?? { file: '' }
    expect(statSync(file).size / 1000).toBeLessThan(ceilings[name] ?? 0)
  })

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

  if (maps.length > 0) {
    filled('source maps resolve', 'to lines that are there', () => {
      const scripts = maps.filter((path) => path.endsWith('.js.map'))
      const broken = scripts.flatMap((map) => brokenPlaces(join(folder, map.replace(/\.map$/, ''))))
      expect(scripts.length).toBeGreaterThan(0)
      expect(broken).toEqual([])
    })
  }

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
