import type { Edit, FileRewrite, MigrationPlan } from '@sigshift/migrate'
import { UsageError } from '../usage-error.ts'

function isEdit(value: unknown): value is Edit {
  if (!Array.isArray(value) || value.length !== 3) return false
  const [start, end, text]: unknown[] = value
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && typeof text === 'string'
}

function isRewrite(value: unknown): value is FileRewrite {
  if (typeof value !== 'object' || value === null) return false
  const { file, sha256, edits, codes } = value as Partial<Record<keyof FileRewrite, unknown>>
  return (
    typeof file === 'string' &&
    typeof sha256 === 'string' &&
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
export function parsePlan(text: string, path: string): MigrationPlan {
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
