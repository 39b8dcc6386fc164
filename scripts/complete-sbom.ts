// Adds to the bills of materials in a folder what is inside the packages without being installed with
// them, which the package manager does not know of: `pnpm sbom` runs it over release/sbom.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Component,
  grammarsIn,
  type Manifest,
  packagesIn,
  withBundled,
} from './bundled-components.ts'

const root = join(import.meta.dirname, '..')
const folders = globSync('packages/*', { cwd: root }).sort()

const readText = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8')
const readManifest = (...path: readonly string[]): Manifest =>
  JSON.parse(readText(...path, 'package.json'))

/** As a package has it installed, or one whose code it contains. */
function installed(folder: string, name: string): Manifest {
  const user = [folder, ...folders].find((at) => existsSync(join(root, at, 'node_modules', name)))
  if (user === undefined) throw new Error(`${folder} contains ${name}, which is not installed`)
  return readManifest(user, 'node_modules', name)
}

function bundledIn(folder: string): readonly Component[] {
  const textOf = (file: string): string =>
    existsSync(join(root, folder, file)) ? readText(folder, file) : ''
  const licences = textOf('grammar-licences.txt')
  const notices = textOf('THIRD-PARTY-NOTICES.md')
  return [
    ...(licences ? grammarsIn(licences, installed(folder, '@cursorless/tree-sitter-wasms')) : []),
    ...packagesIn(notices, (name) => installed(folder, name)),
  ]
}

const [folder = 'release/sbom'] = process.argv.slice(2)
const bundled = new Map(folders.map((each) => [readManifest(each).name, bundledIn(each)]))
for (const path of globSync(join(folder, '*.cdx.json'), { cwd: root })) {
  const bill = withBundled(JSON.parse(readText(path)), bundled)
  writeFileSync(join(root, path), `${JSON.stringify(bill, null, 2)}\n`)
}
