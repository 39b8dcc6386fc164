import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** The command line program as it is published. */
export const cli: string = join(root, 'packages/cli/dist/start.js')

let built = false

/** Builds what is published, since that is what people run; turbo leaves out what has not changed. */
export function buildPackages(): void {
  if (built) return
  const args = ['scripts/pnpm.mjs', 'exec', 'turbo', 'run', 'build', '--filter=sigshift']
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (!existsSync(cli)) throw new Error('the build made no packages/cli/dist/start.js')
  built = true
}
