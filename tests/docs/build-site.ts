import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '../..')
const docs = join(root, 'docs')

/** The site that is looked at: the one that SIGSHIFT_DOCS_BUILT names, or one of these tests alone. */
export const dist: string = resolve(
  root,
  process.env.SIGSHIFT_DOCS_BUILT ?? 'node_modules/.cache/docs-tests',
)

/** Builds the site as the package's own script does. */
export function buildSite(outDir: string = dist): void {
  const args = ['--conditions=@sigshift/source', 'scripts/build-site.ts', outDir]
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', SIGSHIFT_DOCS_BASE: '/' }
  const result = spawnSync(process.execPath, args, { cwd: docs, encoding: 'utf8', env })
  if (result.status !== 0) throw new Error(`${result.stdout}\n${result.stderr}`)
}
