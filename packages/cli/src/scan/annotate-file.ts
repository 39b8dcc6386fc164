import type { Finding } from '@sigshift/migrate'
import { findSecrets, maskSecrets } from './find-secrets.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { faultOf, findIgnoreComments } from './ignore-comments.ts'
import { type ShownFinding, type Suppression, toShownFinding } from './shown-finding.ts'

const widestSnippet = 240

export interface AnnotatedFile {
  readonly findings: readonly ShownFinding[]
  /** Ignore comments that do nothing, and why. */
  readonly warnings: readonly string[]
}

/** Adds to the findings of one file what its text says about them. */
export function annotateFile(
  file: string,
  text: string,
  findings: readonly Finding[],
  ignoredCodes: ReadonlySet<string>,
): AnnotatedFile {
  const lines = text.split('\n')
  const lineText = ({ line }: Finding): string => lines[line - 1] ?? ''
  const secrets = findSecrets(text)
  const mask = (part: string): string => maskSecrets(part, secrets)
  const comments = findIgnoreComments(text)
  const sound = comments.filter((comment) => faultOf(comment) === undefined)
  const suppressionOf = ({ code, line }: Finding): Suppression | undefined => {
    const comment = sound.find((each) => each.target === line && each.code === code)
    if (comment) return { by: 'comment', reason: mask(comment.reason) }
    return ignoredCodes.has(code) ? { by: 'configuration' } : undefined
  }
  const prints = fingerprintsOf(
    findings.map((finding) => ({ code: finding.code, file, lineText: lineText(finding) })),
  )
  return {
    findings: findings.map((finding, i) =>
      toShownFinding(finding, {
        fingerprint: prints[i] ?? '',
        snippet: mask(lineText(finding)).trim().slice(0, widestSnippet),
        suppressed: suppressionOf(finding),
        mask,
      }),
    ),
    warnings: comments.flatMap((comment) => {
      const fault = faultOf(comment)
      return fault === undefined
        ? []
        : [`${file}:${comment.line}: sigshift-ignore-next-line ${fault}, so it ignores nothing.`]
    }),
  }
}
