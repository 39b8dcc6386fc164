import type { reportOptions } from '../report/report-options.ts'
import type { rewriteRows } from '../rewrite/rewrite-rows.ts'

export const migrateOptions = [
  { name: 'write', description: 'rewrite the files; without it nothing is written' },
  { name: 'check', description: 'name the files to be rewritten, and fail if there are any' },
  { name: 'interactive', description: 'show each diff and ask; needs a terminal' },
  { name: 'plan', value: '<file>', description: 'write the edits into this file, for --apply' },
  { name: 'apply', value: '<file>', description: 'carry out a plan that --plan wrote' },
  { name: 'allowDirty', description: 'write though git has changes that are not committed' },
] as const

export type MigrateRows = readonly [
  ...typeof migrateOptions,
  ...typeof rewriteRows,
  ...typeof reportOptions,
]
