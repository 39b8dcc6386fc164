import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const docs = join(import.meta.dirname, '../../docs')

/** Of these tests alone: a build by hand must not take the files away while they are looked at. */
export const dist: string = join(import.meta.dirname, '../../node_modules/.cache/docs-tests')

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const result = spawnSync(process.execPath, ['--conditions=@sigshift/source', ...args], {
    cwd: docs,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', ...env },
  })
  if (result.status !== 0) throw new Error(`${result.stdout}\n${result.stderr}`)
}

export interface BuildOptions {
  readonly outDir?: string
  /** Where the site is served, with a slash at both ends. */
  readonly base?: string
}

/** Builds the site as the package's own script does. */
export function buildSite({ outDir = dist, base = '/' }: BuildOptions = {}): void {
  // Vite leaves old files in a folder outside of its root.
  rmSync(outDir, { recursive: true, force: true })
  run(['scripts/write-package-reference.ts'])
  run(['node_modules/vitepress/bin/vitepress.js', 'build', '--outDir', outDir], {
    SIGSHIFT_DOCS_BASE: base,
  })
}
