import { resolve } from 'node:path'
import type { Edit, FileRewrite, MigrationPlan } from '@sigshift/migrate'
import { fileFault } from '../files/file-fault.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'

const maximumBytes = 200_000_000

function isEdit(value: unknown): value is Edit {
  if (!Array.isArray(value) || value.length !== 3) return false
  const [start, end, text]: unknown[] = value
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && typeof text === 'string'
}

function isNeed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { file, sha256 } = value as { readonly file?: unknown; readonly sha256?: unknown }
  return typeof file === 'string' && typeof sha256 === 'string'
}

function isRewrite(value: unknown): value is FileRewrite {
  if (typeof value !== 'object' || value === null) return false
  const rewrite = value as Partial<Record<keyof FileRewrite, unknown>>
  const { file, sha256, becomes, edits, codes, needs = [] } = rewrite
  return (
    typeof file === 'string' &&
    typeof sha256 === 'string' &&
    typeof becomes === 'string' &&
    Array.isArray(needs) &&
    needs.every(isNeed) &&
    Array.isArray(edits) &&
    edits.every(isEdit) &&
    Array.isArray(codes) &&
    codes.every((code) => typeof code === 'string')
  )
}

function isPlan(value: unknown): value is MigrationPlan {
  if (typeof value !== 'object' || value === null) return false
  const { version, files } = value as Partial<Record<keyof MigrationPlan, unknown>>
  return version === 1 && Array.isArray(files) && files.every(isRewrite)
}

/** @throws {UsageError} where the text is no plan. */
function parsePlan(text: string, path: string): MigrationPlan {
  try {
    const value: unknown = JSON.parse(text)
    if (isPlan(value)) return value
  } catch {
    // Said below.
  }
  throw new UsageError(
    `${path} is no plan that this version carries out.`,
    'Make one: sigshift migrate --plan plan.json',
  )
}

/** @throws {UsageError} where the file cannot be read or is no plan. */
export async function readPlan(path: string, { cwd, readFile }: World): Promise<MigrationPlan> {
  try {
    return parsePlan(await readFile(resolve(cwd, path), maximumBytes), path)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(
      `The plan ${path} cannot be read: ${fileFault(error)}.`,
      'Name a file that --plan wrote.',
    )
  }
}
