import { join } from 'node:path'
import { type Publishable, readJson } from './publishable.ts'
import { output } from './run.ts'

export interface Tarball {
  readonly name: string
  readonly file: string
  /** As they will lie in the package's folder. */
  readonly paths: readonly string[]
}

/** Builds the packages as the release does, and packs each into `folder`. */
export async function packAll(
  root: string,
  packages: readonly Publishable[],
  folder: string,
): Promise<readonly Tarball[]> {
  const { packageManager } = readJson<{ packageManager: string }>(root, 'package.json')
  // npx puts pnpm on PATH, where turbo looks for it.
  const pnpm = (...args: readonly string[]): Promise<string> =>
    output('npx', ['--yes', '--loglevel=error', packageManager, ...args], { cwd: root })

  const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`)
  await pnpm('exec', 'turbo', 'run', 'build', '--output-logs=errors-only', ...filters)
  await pnpm(...filters, 'pack', '--pack-destination', folder)

  return Promise.all(
    packages.map(async ({ manifest: { name, version } }) => {
      const file = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
      const listing = await output('tar', ['tzf', file], { cwd: folder })
      const paths = listing
        .trim()
        .split('\n')
        .map((path) => path.replace(/^package\//, ''))
      return { name, file, paths: paths.sort() }
    }),
  )
}
