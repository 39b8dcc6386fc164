import { issueUrl, tokenIssues } from '@sigshift/spec'
import type { Diagnosis } from './diagnosis.ts'
import { explainFields } from './explain-fields.ts'
import { explainNotes } from './explain-notes.ts'
import type { Explanation } from './explanation.ts'

const kindNames: Readonly<Record<Diagnosis['kind'], string>> = {
  legacy: 'An old Web SDK signature (base64 HMAC)',
  'legacy-key-only': 'The base64 of a key and nothing else',
  'legacy-hybrid': 'A home-made mixture of the old signature and a JWT',
  'meeting-sdk': 'A Meeting SDK JWT',
  'video-sdk': 'A Video SDK JWT',
  cobrowse: 'A Cobrowse SDK JWT',
  'rest-jwt-app': 'A token of the retired JWT app type, or of the Build platform',
  'zoom-access-token': 'An OAuth access token issued by Zoom',
  zak: 'A ZAK issued by Zoom',
  obf: 'An OBF token issued by Zoom',
  'other-jwt': 'A JWT that is no Zoom signature',
  unknown: 'No signature',
}

function countOf(issues: Diagnosis['issues'], severity: 'error' | 'warning'): string {
  const count = issues.filter((issue) => issue.severity === severity).length
  return count === 0 ? '' : `${count} ${severity}${count === 1 ? '' : 's'}`
}

function summarize({ kind, issues, mac }: Diagnosis): string {
  const found = [countOf(issues, 'error'), countOf(issues, 'warning')].filter(Boolean).join(', ')
  if (found !== '') return `${kindNames[kind]}: ${found}.`
  const proof =
    mac === 'verified' ? 'its MAC verifies' : 'its MAC was not checked, for want of the secret'
  return `${kindNames[kind]}: nothing wrong is seen; ${proof}.`
}

/**
 * Puts a diagnosis into words: each issue as the catalogue of `@sigshift/spec` has it, the fields in
 * people's terms, and what is worth knowing besides. Plain data: no layout, no colours.
 *
 * @example
 * ```ts
 * import { detect, diagnose, explain } from '@sigshift/legacy-detector'
 *
 * const diagnosis = diagnose(detect('undefined'), { currentDate: new Date() })
 * explain(diagnosis).issues[0]?.title // => 'The value is no signature'
 * ```
 */
export function explain(diagnosis: Diagnosis): Explanation {
  return {
    summary: summarize(diagnosis),
    fields: explainFields(diagnosis),
    issues: diagnosis.issues.map(({ code, severity, evidence }) => {
      const { title, cause, remedy } = tokenIssues[code]
      return { code, severity, title, cause, remedy, url: issueUrl(code), evidence }
    }),
    notes: explainNotes(diagnosis),
  }
}
