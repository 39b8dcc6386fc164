import { detect } from './detect.ts'
import { diagnose } from './diagnose.ts'
import type { DiagnoseOptions, Diagnosis } from './diagnosis.ts'
import { explain } from './explain.ts'
import type { Explanation } from './explanation.ts'

/** All that can be said of a string. */
export interface Inspection extends Omit<Diagnosis, 'detection' | 'currentDate'> {
  readonly explanation: Explanation
}

/**
 * Detects, diagnoses and explains in one call. Never throws. The clock is the caller's: give
 * `currentDate`.
 *
 * @example
 * ```ts
 * import { inspect } from '@sigshift/legacy-detector'
 *
 * const text = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJrIiwiZXhwIjoxfQ.'
 * inspect(text, { currentDate: new Date() }).issues[0]?.code // => 'rest-jwt-app-token'
 * ```
 */
export function inspect(text: string, options: DiagnoseOptions): Inspection {
  const diagnosis = diagnose(detect(text), options)
  const { format, kind, wrappers, fields, issues, mac } = diagnosis
  return { format, kind, wrappers, fields, issues, mac, explanation: explain(diagnosis) }
}
