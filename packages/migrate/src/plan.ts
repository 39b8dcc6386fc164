import type { FileRewrite, ScanReport } from './finding.ts'

/** What `apply` does: plain JSON, so that it can be looked through, kept, and applied later. */
export interface MigrationPlan {
  readonly version: 1
  readonly files: readonly FileRewrite[]
}

/** The edits of a scan, of all files or of those that are wanted. */
export function plan(
  report: Pick<ScanReport, 'rewrites'>,
  wanted: (rewrite: FileRewrite) => boolean = () => true,
): MigrationPlan {
  return { version: 1, files: report.rewrites.filter(wanted) }
}
