import type { Finding } from '@sigshift/migrate'
import { findSecrets, maskSecrets } from './find-secrets.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { type ShownFinding, toShownFinding } from './shown-finding.ts'

const widestSnippet = 240

/** Adds to the findings of one file what its text says about them. */
export function annotateFile(
  file: string,
  text: string,
  findings: readonly Finding[],
  ignoredCodes: ReadonlySet<string>,
): readonly ShownFinding[] {
  const lines = text.split('\n')
  const lineText = ({ line }: Finding): string => lines[line - 1] ?? ''
  const secrets = findSecrets(text)
  const mask = (part: string): string => maskSecrets(part, secrets)
  const prints = fingerprintsOf(
    findings.map((finding) => ({ code: finding.code, file, lineText: lineText(finding) })),
  )
  return findings.map((finding, i) =>
    toShownFinding(finding, {
      fingerprint: prints[i] ?? '',
      snippet: mask(lineText(finding)).trim().slice(0, widestSnippet),
      suppressed: ignoredCodes.has(finding.code) ? { by: 'configuration' } : undefined,
      mask,
    }),
  )
}
