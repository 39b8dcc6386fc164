import type { Evidence, Issue, IssueCode } from '@sigshift/spec'

export type EndpointIssueCode = Extract<IssueCode, `endpoint-${string}`>

/** Something wrong with the endpoint itself, not with its token. */
export type EndpointIssue = Issue<EndpointIssueCode>

/** The issue where there is evidence for it, else nothing. */
export function issueIf(
  code: EndpointIssueCode,
  evidence: readonly (Evidence | undefined)[],
): readonly EndpointIssue[] {
  const found = evidence.filter((one) => one !== undefined)
  return found.length > 0 ? [{ code, evidence: found }] : []
}
