// What a user writes; checked under several module resolutions, with no Node or DOM types at hand.
import { type IssueCode, issueCatalogue, issueUrl, type Severity } from '@sigshift/spec'

export function describeIssue(code: IssueCode): string {
  const { title, severity } = issueCatalogue[code]
  const gravity: Severity = severity
  // @ts-expect-error no such issue
  issueUrl('no-such-issue')
  return `${gravity}: ${title} (${issueUrl('iat-in-future')})`
}
