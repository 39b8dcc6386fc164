import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const root: string = join(import.meta.dirname, '../..')

type Conditions = string | { readonly [condition: string]: Conditions }

export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly license?: string
  readonly engines?: { readonly node?: string }
  readonly exports?: Readonly<Record<string, Conditions>>
  readonly imports?: Readonly<Record<string, Conditions>>
  readonly bin?: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
}

export interface Publishable {
  readonly manifest: Manifest
  /** From the repository's root. */
  readonly folder: string
  /** Its entries are there; a package whose issue comes later has only its name. */
  readonly isWritten: boolean
}

export function readJson<T>(...path: readonly string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8'))
}

/** Every file that `exports`, `imports` or `bin` leads to. */
export function targetsOf({ exports, imports, bin }: Manifest): readonly string[] {
  const leaves = (value: Conditions): readonly string[] =>
    typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves)
  return [exports, imports, bin].flatMap((map) => (map ? leaves(map) : []))
}

/** The specifiers that a package offers; its package.json is for tools. */
export function specifiersOf({ name, exports = {} }: Manifest): readonly string[] {
  return Object.keys(exports)
    .filter((subpath) => subpath !== './package.json')
    .map((subpath) => name + subpath.slice(1))
}

function isWritten(manifest: Manifest, folder: string): boolean {
  const sources = targetsOf(manifest).filter((target) => target.startsWith('./src/'))
  const entries = sources.length > 0 ? sources : ['./src/main.ts']
  return entries.every((entry) => existsSync(join(root, folder, entry)))
}

/** The packages that go to the registry, dependencies and all. */
export const publishables: readonly Publishable[] = globSync('packages/*/package.json', {
  cwd: root,
})
  .sort()
  .map((path) => ({ folder: dirname(path), manifest: readJson<Manifest>(root, path) }))
  .filter(({ manifest }) => manifest.private !== true)
  .map((found) => ({ ...found, isWritten: isWritten(found.manifest, found.folder) }))
