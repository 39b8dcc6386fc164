import {
  type Evidence,
  type Issue,
  type IssueCode,
  issueCatalogue,
  issueUrl,
  type Severity,
} from '@sigshift/spec'

/** An issue with its words from the catalogue: what is printed, and what `--json` gives. */
export interface ShownIssue {
  readonly code: IssueCode
  readonly severity: Severity
  readonly title: string
  readonly cause: string
  readonly remedy: string
  readonly url: string
  readonly evidence: readonly Evidence[]
}

export function toShownIssue({ code, evidence }: Issue): ShownIssue {
  const { severity, title, cause, remedy } = issueCatalogue[code]
  return { code, severity, title, cause, remedy, url: issueUrl(code), evidence }
}

/** A note is worth knowing, but nothing is wrong. */
export function isSound(issues: readonly { readonly severity: Severity }[]): boolean {
  return issues.every(({ severity }) => severity === 'note')
}

const severities: readonly Severity[] = ['error', 'warning', 'note']

/** Errors before warnings before notes, else in the order given. */
export function bySeverity<T extends { readonly severity: Severity }>(
  issues: readonly T[],
): readonly T[] {
  return severities.flatMap((severity) => issues.filter((issue) => issue.severity === severity))
}
