import { UsageError } from '../usage-error.ts'

/** ISO 8601 with a zone, or a date alone, which is midnight UTC. */
const isoForm =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?$/i
const latestSeconds = 253_402_300_799

/** The value of `--now`. */
export function parseTime(text: string): Date {
  if (/^\d{1,15}$/.test(text)) {
    if (Number(text) <= latestSeconds) return new Date(Number(text) * 1000)
    throw new UsageError(
      '--now has too many digits for epoch seconds; it looks like milliseconds.',
      'Leave out the last three digits.',
    )
  }
  const date = new Date(isoForm.test(text) ? text : Number.NaN)
  if (Number.isNaN(date.getTime())) {
    throw new UsageError(
      '--now is no time that can be read.',
      'Write it as 2026-11-24T07:35:00Z, with its zone, or as epoch seconds.',
    )
  }
  return date
}
