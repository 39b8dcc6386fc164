import type { TreeScan } from '../scan/scan-tree.ts'
import type { Change, Report } from './report.ts'

/** Sorts what counts from what does not, and adds up. */
export function toReport(
  command: Report['command'],
  {
    findings,
    placed,
    scanned,
    parsed,
    skipped,
  }: Pick<TreeScan, 'findings' | 'placed' | 'scanned' | 'parsed' | 'skipped'>,
  changes: readonly Change[],
): Report {
  const written = new Set(
    changes.filter(({ outcome }) => outcome === 'written').map(({ file }) => file),
  )
  const counted = findings.filter(({ suppressed }) => !suppressed)
  const suppressed = findings.filter((finding) => finding.suppressed)
  const by = (what: keyof Report['summary']['suppressed']): number =>
    suppressed.filter((finding) => finding.suppressed?.by === what).length
  const fixable = counted.filter((finding) => finding.fixable).length
  return {
    command,
    findings: counted.filter((finding) => !(finding.fixable && written.has(finding.file))),
    suppressed,
    changes,
    placed: placed.filter(({ file }) => !written.has(file)),
    summary: {
      scanned,
      parsed,
      skipped,
      found: counted.length,
      fixable,
      manual: counted.length - fixable,
      rewritten: written.size,
      suppressed: {
        comment: by('comment'),
        configuration: by('configuration'),
        baseline: by('baseline'),
      },
    },
  }
}
