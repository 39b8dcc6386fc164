import { symptoms } from '@sigshift/spec'
import { symptomList } from './symptom-pages.ts'

/** Those that developers ask about most, by the threads behind the facts; most asked about first. */
export const commonSymptoms = [
  'signature-is-invalid',
  'the-signature-has-expired',
  'fail-to-join-the-meeting-1',
  'fail-to-join-the-meeting-200',
  'app-key-can-not-empty-in-the-signature',
  'cannot-read-properties-of-undefined-reading-replace',
  'e-split-is-not-a-function',
  'this-join-flow-is-not-supported',
  'no-obf-token',
  'the-accounts-api-key-is-not-valid',
] as const

export function commonSymptomList(): string {
  return symptomList(
    commonSymptoms.flatMap((slug) => symptoms.filter((symptom) => symptom.slug === slug)),
  )
}
