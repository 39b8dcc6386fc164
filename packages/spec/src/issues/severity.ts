import type { IssueCode, TokenIssueCode } from '../issue-catalogue.ts'
import type { Severity } from './issue-entry.ts'

type Severities<Code extends string> = Readonly<Partial<Record<Code, Severity>>>

/** Token issues that are no errors. */
const milderInTokens: Severities<TokenIssueCode> = {
  'base64-padding': 'warning',
  'external-meeting-needs-token': 'note',
  'iat-float-rounding': 'warning',
  'lifetime-at-minimum': 'warning',
  'role-as-string': 'warning',
  'token-exp-invalid': 'warning',
}

/** Other issues that are no errors. */
const milderElsewhere: Severities<Exclude<IssueCode, TokenIssueCode>> = {
  'endpoint-answer-is-string': 'warning',
  'endpoint-clock-skew': 'warning',
  'endpoint-leaks-trace': 'warning',
  'endpoint-no-authentication': 'warning',
  'endpoint-no-cors': 'warning',
  'legacy-env-name': 'note',
  'legacy-package': 'warning',
  'meeting-jwt-role-string': 'warning',
  'rest-jwt-app-code': 'warning',
  'sdk-key-in-join': 'note',
  'zoom-intermittent': 'warning',
}

/** How bad a token issue is, without the words that the catalogue has for it. */
export function tokenSeverity(code: TokenIssueCode): Severity {
  return milderInTokens[code] ?? 'error'
}

/** How bad an issue is. */
export function severityOf(code: IssueCode): Severity {
  const milder: Severities<IssueCode> = { ...milderInTokens, ...milderElsewhere }
  return milder[code] ?? 'error'
}
