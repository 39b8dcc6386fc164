import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRewrite, MigrationPlan } from '@sigshift/migrate'
import { apply } from '@sigshift/migrate/node'
import type { Change } from '../report/report.ts'
import type { World } from '../world.ts'
import { refuseDirty } from './refuse-dirty.ts'

/** SHA-256 of a file's bytes; nothing where it cannot be read. */
async function hashOf(root: string, { file }: FileRewrite): Promise<string | undefined> {
  const bytes = await readFile(join(root, file)).catch(() => undefined)
  return bytes && createHash('sha256').update(bytes).digest('hex')
}

/**
 * Refuses where git could not bring back what would be written. Files that are as the plan makes
 * them are not written, and are no reason to refuse.
 *
 * @throws {UsageError} where there are changes that are not committed.
 */
export async function refuseUnlessClean(
  root: string,
  { files }: MigrationPlan,
  world: World,
): Promise<void> {
  const hashes = await Promise.all(files.map((rewrite) => hashOf(root, rewrite)))
  const names = (wanted: 'sha256' | 'becomes'): readonly string[] =>
    files.filter((rewrite, i) => hashes[i] === rewrite[wanted]).map(({ file }) => file)
  await refuseDirty(root, names('sha256'), names('becomes'), world)
}

/** Writes the files of a plan, and tells what became of each. */
export async function carryOut(
  root: string,
  plan: MigrationPlan,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  const applied = await apply(plan, root)
  const outcomes = new Map(applied.map(({ file, outcome }) => [file, outcome]))
  return changes.map((change) => ({ ...change, outcome: outcomes.get(change.file) ?? 'declined' }))
}
