import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tarball } from './pack-all.ts'
import { output } from './run.ts'
import { cleanEnv } from './runtimes.ts'

const quiet = ['--no-audit', '--no-fund', '--loglevel=error']

/**
 * Installs tarballs into an empty npm project. What they depend on of ours comes from its tarball
 * too, as it will from the registry.
 */
export async function installInto(
  folder: string,
  wanted: readonly Tarball[],
  all: readonly Tarball[],
  beside: Readonly<Record<string, string>> = {},
): Promise<string> {
  const pathsOf = (tarballs: readonly Tarball[]): Record<string, string> =>
    Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]))
  const overrides = pathsOf(all.filter((tarball) => !wanted.includes(tarball)))
  const dependencies = { ...beside, ...pathsOf(wanted) }
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies, overrides }),
  )
  const install = ['install', '--engine-strict', '--prefer-offline', ...quiet]
  await output('npm', install, { cwd: folder, env: cleanEnv() })
  return folder
}

/** `Promise.all` for work that fills a core each. */
export async function twoAtATime<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  const pending = [...items.entries()]
  const worker = async (): Promise<void> => {
    for (let next = pending.shift(); next; next = pending.shift()) {
      results[next[0]] = await work(next[1])
    }
  }
  await Promise.all([worker(), worker()])
  return results
}
