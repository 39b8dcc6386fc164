import type { Evidence } from '@sigshift/spec'
import type { Diagnosis, TokenFields } from './diagnosis.ts'

const stand = '(the secret)'
const textFields = ['key', 'meetingNumber', 'role', 'mac'] as const
/** Shorter ones would match by chance, and then the report would be unreadable. */
const shortest = 6

/**
 * Takes a secret out of what is reported. It gets there where somebody signed it as a claim, or pasted
 * it; the detection still has it, as it holds the whole token.
 */
export function redact(diagnosis: Diagnosis, secret: string | undefined): Diagnosis {
  const hidden = secret?.trim()
  if (hidden === undefined || hidden.length < shortest) return diagnosis
  const clean = (text: string): string => text.replaceAll(hidden, stand)
  const cleanEvidence = ({ field, seen, wanted }: Evidence): Evidence => ({
    field: clean(field),
    seen: clean(seen),
    ...(wanted === undefined ? {} : { wanted: clean(wanted) }),
  })
  const fields: { -readonly [Name in keyof TokenFields]: TokenFields[Name] } = {
    ...diagnosis.fields,
  }
  for (const name of textFields) {
    const text = fields[name]
    if (text !== undefined) fields[name] = clean(text)
  }
  return {
    ...diagnosis,
    fields,
    wrappers: diagnosis.wrappers.map(({ kind, seen }) => ({ kind, seen: clean(seen) })),
    issues: diagnosis.issues.map((issue) => ({
      ...issue,
      evidence: issue.evidence.map(cleanEvidence),
    })),
  }
}
