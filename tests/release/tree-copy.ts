import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readJson, root } from '../consumers/publishable.ts'
import { output } from '../consumers/run.ts'
import { cleanEnv } from '../consumers/runtimes.ts'

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1e8 })

const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com']

/** pnpm as the repository pins it; npx also puts it on the PATH, where turbo and changesets look. */
export async function pnpm(
  copy: string,
  env: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<string> {
  const { packageManager } = readJson<{ packageManager: string }>(root, 'package.json')
  return output('npx', ['--yes', '--loglevel=error', packageManager, ...args], { cwd: copy, env })
}

/**
 * The repository as it lies here, as one commit in a folder that may be changed, and installed.
 * Nothing in it leads back here: pnpm would mend, and so break, what a link leads to.
 */
export async function copyTree(): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'sigshift-tree-'))
  const listed = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard')
  for (const path of listed.split('\0')) {
    if (path !== '' && existsSync(join(root, path))) cpSync(join(root, path), join(copy, path))
  }
  git(copy, 'init', '--quiet', '--initial-branch=main')
  git(copy, 'add', '--all')
  git(copy, ...author, 'commit', '--quiet', '--message=copy')
  await pnpm(copy, cleanEnv(), 'install', '--frozen-lockfile', '--prefer-offline')
  return copy
}

/** Takes back what a test has changed; what is installed stays. */
export function restore(copy: string): void {
  git(copy, 'checkout', '--quiet', '.')
  git(copy, 'clean', '--quiet', '--force', '-d')
}

/** The paths that a change of the copy has touched. */
export function changedIn(copy: string): readonly string[] {
  const lines = git(copy, 'status', '--porcelain', '--untracked-files=all').split('\n')
  return lines.filter((line) => line !== '').map((line) => line.slice(3))
}
