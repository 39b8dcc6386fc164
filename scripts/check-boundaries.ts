// Fails when an arrow of ARCHITECTURE.md points the wrong way.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBreaches } from './boundaries.ts'

const root = join(import.meta.dirname, '..')
const files = globSync('{packages,apps,scripts}/**/*.ts', {
  cwd: root,
  exclude: (path) => /(?:^|\/)(?:node_modules|dist|fixtures)(?:\/|$)/.test(path),
}).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const breaches = findBreaches(files)
if (breaches.length > 0) {
  console.error(breaches.join('\n'))
  process.exitCode = 1
} else {
  console.log(`boundaries: ${files.length} files, every arrow points one way`)
}
