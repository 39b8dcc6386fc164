import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { parseSync } from 'oxc-parser'
import { type Manifest, targetsOf } from './publishable.ts'

/** Every specifier that a module or declaration names, types included. */
export function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module
  const reexports = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  )
  // A call may compute what it imports; a literal is between quotes.
  const calls = dynamicImports.flatMap(
    ({ moduleRequest: { start, end } }) => /^['"](.+)['"]$/.exec(text.slice(start, end))?.[1] ?? [],
  )
  return [...staticImports.map(({ moduleRequest }) => moduleRequest.value), ...reexports, ...calls]
}

/** The packages that a package's files in `dist` import. */
export function packagesIn(folder: string, paths: readonly string[]): ReadonlySet<string> {
  const files = paths.filter((path) => /^dist\/.*\.(?:js|d\.ts)$/.test(path))
  const specifiers = files.flatMap((path) => importsOf(join(folder, path)))
  const bare = specifiers.filter((specifier) => !/^(?:[.#]|node:)/.test(specifier))
  return new Set(bare.map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier))
}

/** The paths under `src` that a package's entries import, at any depth. */
export function sourcesReached(folder: string, manifest: Manifest): ReadonlySet<string> {
  const reached = new Set<string>()
  const pending = targetsOf(manifest)
    .filter((target) => target.startsWith('./src/'))
    .map((target) => join(target))
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (reached.has(path) || !existsSync(join(folder, path))) continue
    reached.add(path)
    const relative = importsOf(join(folder, path)).filter((specifier) => specifier.startsWith('.'))
    pending.push(...relative.map((specifier) => join(path, '..', specifier)))
  }
  return reached
}
