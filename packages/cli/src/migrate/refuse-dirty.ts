import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'

const filesPerCall = 200

/** A repository's own settings must not start programs, and names are names, not patterns. */
const safeGit = ['-c', 'core.fsmonitor=false', '--literal-pathspecs']

function dirty(message: string): UsageError {
  return new UsageError(
    message,
    'Commit or stash first, so that the rewrite can be looked at and undone; or give --allow-dirty.',
  )
}

async function ask(args: readonly string[], root: string, { git }: World): Promise<string> {
  const answer = await git([...safeGit, ...args], root)
  if (answer === undefined || /not a git repository/i.test(answer.stderr)) return ''
  if (answer.exitCode === 0) return answer.stdout
  throw dirty('git does not say whether there are changes that are not committed.')
}

/**
 * Lets nothing be written that git could not bring back: refuses where a tracked file is changed,
 * or where a file to be written is not tracked. Without git there is nothing to ask.
 */
export async function refuseDirty(
  root: string,
  files: readonly string[],
  world: World,
): Promise<void> {
  if (files.length === 0) return
  const status = ['status', '--porcelain=v1', '-z', '--untracked-files=no']
  const changed = await ask(status, root, world)
  if (changed !== '') throw dirty('There are changes that are not committed.')
  for (let i = 0; i < files.length; i += filesPerCall) {
    const part = files.slice(i, i + filesPerCall)
    const untracked = await ask(['ls-files', '-z', '--others', '--', ...part], root, world)
    if (untracked !== '') {
      const [first = ''] = untracked.split('\0')
      throw dirty(`git does not track ${first}, which would be rewritten.`)
    }
  }
}
