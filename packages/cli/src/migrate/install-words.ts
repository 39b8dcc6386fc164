import { dirname, join, relative } from 'node:path'
import type { World } from '../world.ts'

/** What makes a lockfile, by the name of the lockfile. */
const managers: readonly (readonly [lockfile: string, command: string])[] = [
  ['pnpm-lock.yaml', 'pnpm install'],
  ['yarn.lock', 'yarn install'],
  ['bun.lock', 'bun install'],
  ['bun.lockb', 'bun install'],
  ['package-lock.json', 'npm install'],
]

/** The command of the nearest lockfile, in its folder; npm's in the manifest's where there is none. */
async function installStep(root: string, manifest: string, world: World): Promise<string> {
  const own = dirname(join(root, manifest))
  for (let current = own; ; current = dirname(current)) {
    for (const [lockfile, command] of managers) {
      if (await world.exists(join(current, lockfile))) return stepIn(root, current, command)
    }
    if (current === dirname(current) || (await world.exists(join(current, '.git')))) {
      return stepIn(root, own, 'npm install')
    }
  }
}

function stepIn(root: string, folder: string, command: string): string {
  const way = relative(root, folder)
  return way === '' ? command : `${command} (in ${way})`
}

/** What to run after manifests have changed; lockfiles are never written here. */
export async function installWords(
  root: string,
  manifests: readonly string[],
  world: World,
): Promise<string> {
  const steps = await Promise.all(manifests.map((file) => installStep(root, file, world)))
  return `Lockfiles are left alone: run ${[...new Set(steps)].join(', ')} afterwards.`
}
