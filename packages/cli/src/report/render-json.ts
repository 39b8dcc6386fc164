import type { Report } from './report.ts'
import { safeJson } from './safe-json.ts'

/** The report as JSON: findings that count, those that do not, changes, totals. */
export function renderJson({ findings, suppressed, changes, summary }: Report): string {
  return safeJson({ version: 1, findings, suppressed, changes, summary })
}
