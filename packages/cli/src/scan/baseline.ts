import { UsageError } from '../usage-error.ts'
import type { ShownFinding } from './shown-finding.ts'

/** Findings that are known and do not count any more; plain JSON, made to be committed. */
export interface Baseline {
  readonly version: 1
  readonly findings: readonly {
    readonly code: string
    readonly file: string
    readonly fingerprint: string
  }[]
}

export function toBaseline(findings: readonly ShownFinding[]): Baseline {
  return {
    version: 1,
    findings: findings
      .filter(({ suppressed }) => !suppressed || suppressed.by === 'baseline')
      .map(({ code, file, fingerprint }) => ({ code, file, fingerprint })),
  }
}

function isBaseline(value: unknown): value is Baseline {
  if (typeof value !== 'object' || value === null) return false
  const { version, findings } = value as Partial<Record<keyof Baseline, unknown>>
  return (
    version === 1 &&
    Array.isArray(findings) &&
    findings.every((row) => typeof row?.fingerprint === 'string')
  )
}

/** @throws {UsageError} where the text is no baseline. */
export function parseBaseline(text: string, path: string): Baseline {
  try {
    const value: unknown = JSON.parse(text)
    if (isBaseline(value)) return value
  } catch {
    // Said below.
  }
  throw new UsageError(
    `The baseline ${path} is not one that this version reads.`,
    'Write it anew with --write-baseline.',
  )
}

/** Marks the findings that a baseline knows. */
export function applyBaseline(
  findings: readonly ShownFinding[],
  baseline: Baseline,
): readonly ShownFinding[] {
  const known = new Set(baseline.findings.map(({ fingerprint }) => fingerprint))
  return findings.map((finding) =>
    !finding.suppressed && known.has(finding.fingerprint)
      ? { ...finding, suppressed: { by: 'baseline' } }
      : finding,
  )
}
