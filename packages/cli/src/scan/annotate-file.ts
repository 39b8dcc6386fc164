import type { Finding, IgnoredFinding } from '@sigshift/migrate'
import { fingerprintsOf } from './fingerprint.ts'
import { type ShownFinding, toShownFinding } from './shown-finding.ts'

const widestSnippet = 240

/** A file with findings, as it was read to show them. */
export interface ReadFile {
  readonly file: string
  readonly text: string
  /** Takes the file's secrets out of a text. */
  readonly mask: (text: string) => string
}

function suppressionOf(
  finding: Finding | IgnoredFinding,
  ignoredCodes: ReadonlySet<string>,
  mask: ReadFile['mask'],
): ShownFinding['suppressed'] {
  if ('ignoredBy' in finding) return { by: 'comment', reason: mask(finding.ignoredBy.reason) }
  return ignoredCodes.has(finding.code) ? { by: 'configuration' } : undefined
}

/** Adds to the findings of one file what its text says about them. */
export function annotateFile(
  { file, text, mask }: ReadFile,
  findings: readonly (Finding | IgnoredFinding)[],
  ignoredCodes: ReadonlySet<string>,
): readonly ShownFinding[] {
  const lines = text.split(/\r\n|\n|\r/)
  const lineText = ({ line }: Finding): string => lines[line - 1] ?? ''
  const prints = fingerprintsOf(
    findings.map((finding) => ({ code: finding.code, file, lineText: lineText(finding) })),
  )
  return findings.map((finding, i) =>
    toShownFinding(finding, {
      fingerprint: prints[i] ?? '',
      snippet: mask(lineText(finding)).trim().slice(0, widestSnippet),
      suppressed: suppressionOf(finding, ignoredCodes, mask),
      mask,
    }),
  )
}
