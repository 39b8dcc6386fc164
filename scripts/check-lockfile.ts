// Fails when the lockfile has lost a platform. A registry that serves the Linux build of a package
// some days before the others makes pnpm leave the others out without a word, and macOS and Windows
// users then install a tool without its binary. So every optional dependency that an installed
// package declares must stand in the lockfile.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')

/** Whether an entry of the lockfile's package list starts so. */
const isLocked = (start: string): boolean =>
  lockfile.includes(`\n  ${start}`) || lockfile.includes(`\n  '${start}`)

interface Manifest {
  readonly name?: string
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const manifests = globSync('node_modules/.pnpm/*/node_modules/{*,@*/*}/package.json', { cwd: root })
const lost = new Set<string>()
let declared = 0
for (const path of manifests) {
  const {
    name,
    version,
    optionalDependencies = {},
  } = JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest
  // pnpm leaves a package in place for a while after the lockfile has dropped it.
  if (!isLocked(`${name}@${version}`)) continue
  for (const [optional, range] of Object.entries(optionalDependencies)) {
    declared += 1
    const isExact = /^\d+\.\d+\.\d+\S*$/.test(range)
    if (!isLocked(`${optional}@${isExact ? range : ''}`)) {
      lost.add(`${name}@${version} declares ${optional}@${range}`)
    }
  }
}

if (manifests.length === 0) {
  console.error('check-lockfile: nothing is installed; run `npm test` once first')
  process.exitCode = 1
} else if (lost.size > 0) {
  console.error(`pnpm-lock.yaml lacks optional dependencies:\n  ${[...lost].sort().join('\n  ')}`)
  console.error('Pin the newest version that the registry serves for every platform.')
  process.exitCode = 1
} else {
  console.log(`lockfile: all ${declared} optional dependencies present`)
}
