import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TreeScan } from '../../packages/migrate/testing/scan-tree.ts'

const program = join(import.meta.dirname, '../../packages/migrate/testing/scan-tree.ts')
const run = promisify(execFile)

/** Root may read everything, so where a test runs as root the scan runs as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** Scans a folder in a process of its own. */
export async function scanTree(root: string): Promise<TreeScan> {
  const { stdout } = await run(process.execPath, ['--conditions=@sigshift/source', program, root], {
    ...nobody,
    maxBuffer: 100_000_000,
  })
  return JSON.parse(stdout)
}
