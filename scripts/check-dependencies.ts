// Fails on a production dependency that has no reason, or a licence that does not let others pass it on.
// With --table it prints them with size and licence; with --upkeep it also asks the registry when
// each was last released.
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Dependency, findFaults, reasons } from './dependencies.ts'

const root = join(import.meta.dirname, '..')

type Licences = Readonly<
  Record<string, readonly { name: string; versions: readonly string[]; paths: readonly string[] }[]>
>

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8, stdio: 'pipe' })

/** By dependency, the published packages and the hosted signer that name it. */
function readUsers(): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>()
  for (const path of globSync('{packages,apps}/*/package.json', { cwd: root }).sort()) {
    const { name, dependencies = {} } = JSON.parse(readFileSync(join(root, path), 'utf8'))
    if (name === '@sigshift/bench') continue
    for (const one of Object.keys(dependencies)) users.set(one, [...(users.get(one) ?? []), name])
  }
  return users
}

const filters = ['--filter=./packages/*', '--filter=./apps/*', '--filter=!@sigshift/bench']
const licences: Licences = JSON.parse(
  run('node', 'scripts/pnpm.mjs', ...filters, 'licenses', 'list', '--prod', '--json'),
)
const users = readUsers()
const paths = new Map<string, string>()
const dependencies: Dependency[] = Object.entries(licences).flatMap(([licence, packages]) =>
  packages.flatMap(({ name, versions, paths: [path = ''] }) => {
    paths.set(name, path)
    return versions.map((version) => ({ name, version, licence, usedBy: users.get(name) ?? [] }))
  }),
)

function kilobytesOf(name: string): number {
  const folder = paths.get(name) ?? ''
  const files = globSync('**', { cwd: folder, exclude: ['node_modules'] })
  const sizes = files.map((file) => statSync(join(folder, file))).filter((stat) => stat.isFile())
  return Math.round(sizes.reduce((sum, { size }) => sum + size, 0) / 1000)
}

/** When the newest version of it was released, by the registry. */
function lastRelease(name: string): string {
  const times: Record<string, string> = JSON.parse(run('npm', 'view', name, 'time', '--json'))
  const releases = Object.entries(times).filter(([version]) => /^\d+\.\d+\.\d+$/.test(version))
  return (
    releases
      .map(([, time]) => time.slice(0, 10))
      .sort()
      .at(-1) ?? ''
  )
}

function printTable(withUpkeep: boolean): void {
  const direct = dependencies.filter(({ usedBy }) => usedBy.length > 0)
  console.log(`| package | in | kB | licence |${withUpkeep ? ' last release |' : ''} reason |`)
  console.log(`|---|---|---|---|${withUpkeep ? '---|' : ''}---|`)
  for (const { name, version, licence, usedBy } of direct.sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const where = usedBy.map((user) => user.replace('@sigshift/', '')).join(', ')
    const upkeep = withUpkeep ? ` ${lastRelease(name)} |` : ''
    const size = kilobytesOf(name)
    console.log(
      `| ${name} ${version} | ${where} | ${size} | ${licence} |${upkeep} ${reasons[name]} |`,
    )
  }
}

const asked = process.argv.slice(2)
if (asked.length > 0) printTable(asked.includes('--upkeep'))
const faults = findFaults(dependencies)
if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exitCode = 1
} else {
  const direct = dependencies.filter(({ usedBy }) => usedBy.length > 0)
  console.log(`dependencies: ${direct.length}, ${dependencies.length} with theirs, each allowed`)
}
