import type { FileRewrite } from '@sigshift/migrate'
import type { ShownFinding } from './shown-finding.ts'

const reason =
  'A finding of this file is ignored, and the edits of a file belong together: it is not rewritten.'

/**
 * Takes out the rewrites of files in which something that they change is ignored, and says so at
 * their other findings.
 */
export function dropRewrites(
  findings: readonly ShownFinding[],
  rewrites: readonly FileRewrite[],
): { readonly findings: readonly ShownFinding[]; readonly rewrites: readonly FileRewrite[] } {
  const kept = new Set(
    findings.filter(({ suppressed, fixable }) => suppressed && fixable).map(({ file }) => file),
  )
  return {
    findings: findings.map((finding) =>
      finding.fixable && !finding.suppressed && kept.has(finding.file)
        ? { ...finding, fixable: false, manual: { reason } }
        : finding,
    ),
    rewrites: rewrites.filter(({ file }) => !kept.has(file)),
  }
}
