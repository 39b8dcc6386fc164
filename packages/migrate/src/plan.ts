import type { FileRewrite, ScanReport } from './finding.ts'

/** What `apply` does: plain JSON, so that it can be looked through, kept, and applied later. */
export interface MigrationPlan {
  readonly version: 1
  readonly files: readonly FileRewrite[]
}

/** The edits of a scan, of all files or of those that are wanted with what they need. */
export function plan(
  report: Pick<ScanReport, 'rewrites'>,
  wanted: (rewrite: FileRewrite) => boolean = () => true,
): MigrationPlan {
  const files = report.rewrites.filter(wanted)
  const names = new Set(files.map(({ file }) => file))
  return {
    version: 1,
    files: files.filter(({ needs = [] }) => needs.every(({ file }) => names.has(file))),
  }
}
