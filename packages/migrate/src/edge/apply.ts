import { lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { FileRewrite } from '../finding.ts'
import type { MigrationPlan } from '../plan.ts'
import { applyEdits } from '../rewrite/edit.ts'
import { sha256 } from '../sha256.ts'

export interface AppliedFile {
  readonly file: string
  /** `waits-for-others`: a file that it goes with has not become what the plan makes of it. */
  readonly outcome:
    | 'written'
    | 'already-applied'
    | 'changed-since-scan'
    | 'waits-for-others'
    | 'missing'
    | 'outside-root'
    | 'not-writable'
}

/** The real place of a plan's file, if that is a plain file below the root. */
async function placeOf(root: string, file: string): Promise<string | undefined> {
  const path = resolve(root, file)
  const folder = await realpath(dirname(path))
  const place = join(folder, path.slice(dirname(path).length + 1))
  const way = relative(root, place)
  const inside = way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..'
  return inside && (await lstat(place)).isFile() ? place : undefined
}

async function readText(place: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(await readFile(place))
}

async function replaceFile(place: string, bytes: Uint8Array): Promise<void> {
  const { mode } = await lstat(place)
  // The same name each time, so that a run after one that was killed leaves nothing behind.
  const temporary = join(dirname(place), `.${basename(place)}.sigshift-tmp`)
  await rm(temporary, { force: true })
  const handle = await open(temporary, 'wx', mode & 0o7777)
  try {
    try {
      await handle.chmod(mode & 0o7777)
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, place)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Whether a file is below the root and has become what a rewrite of another file counts on. */
async function isRewritten(
  root: string,
  { file, sha256: wanted }: NonNullable<FileRewrite['needs']>[number],
): Promise<boolean> {
  const place = await placeOf(root, file)
  return place !== undefined && (await sha256(await readText(place))) === wanted
}

async function applyOne(root: string, rewrite: FileRewrite): Promise<AppliedFile['outcome']> {
  try {
    const place = await placeOf(root, rewrite.file)
    if (place === undefined) return 'outside-root'
    const text = await readText(place)
    const found = await sha256(text)
    if (found === rewrite.becomes) return 'already-applied'
    if (found !== rewrite.sha256) return 'changed-since-scan'
    for (const need of rewrite.needs ?? []) {
      if (!(await isRewritten(root, need))) return 'waits-for-others'
    }
    await replaceFile(place, new TextEncoder().encode(applyEdits(text, rewrite.edits)))
    return 'written'
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return 'changed-since-scan'
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'not-writable'
  }
}

/**
 * Writes the files of a plan below `root`, the only function that writes. Each file is replaced at
 * once, keeps its mode, and is left alone if it is no longer what was scanned.
 */
export async function apply(plan: MigrationPlan, root: string): Promise<readonly AppliedFile[]> {
  if (plan.version !== 1) throw new TypeError('this plan is of another version')
  const realRoot = await realpath(root)
  const applied: AppliedFile[] = []
  for (const rewrite of plan.files) {
    applied.push({ file: rewrite.file, outcome: await applyOne(realRoot, rewrite) })
  }
  return applied
}
