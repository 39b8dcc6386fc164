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

/** The names of a status; a file that was renamed has its old name in a part of its own. */
function changedIn(status: string): readonly string[] {
  const names: string[] = []
  const parts = status.split('\0').filter((part) => part !== '')
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? ''
    names.push(part.slice(3))
    if (/^[RC]/.test(part)) i += 1
  }
  return names
}

/**
 * Lets nothing be written that git could not bring back: refuses where a tracked file is changed,
 * or where a file to be written is not tracked. What an earlier run of the same plan has written
 * may be changed. Without git there is nothing to ask.
 */
export async function refuseDirty(
  root: string,
  files: readonly string[],
  applied: readonly string[],
  world: World,
): Promise<void> {
  if (files.length === 0) return
  const status = ['status', '--porcelain=v1', '-z', '--untracked-files=no']
  const changed = changedIn(await ask(status, root, world))
  const prefix = applied.length === 0 ? '' : await ask(['rev-parse', '--show-prefix'], root, world)
  const ours = new Set(applied.map((file) => prefix.replace(/\n$/, '') + file))
  const [other] = changed.filter((name) => !ours.has(name))
  if (other !== undefined) {
    throw dirty(`There are changes that are not committed, such as in ${other}.`)
  }
  for (let i = 0; i < files.length; i += filesPerCall) {
    const part = files.slice(i, i + filesPerCall)
    const untracked = await ask(['ls-files', '-z', '--others', '--', ...part], root, world)
    if (untracked !== '') {
      const [first = ''] = untracked.split('\0')
      throw dirty(`git does not track ${first}, which would be rewritten.`)
    }
  }
}
