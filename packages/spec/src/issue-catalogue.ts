import { type ClaimIssueCode, claimIssues } from './issues/claim.ts'
import { type CredentialIssueCode, credentialIssues } from './issues/credential.ts'
import { type EncodingIssueCode, encodingIssues } from './issues/encoding.ts'
import { type EndpointIssueCode, endpointIssues } from './issues/endpoint.ts'
import { type IntegrationIssueCode, integrationIssues } from './issues/integration.ts'
import type { IssueEntry } from './issues/issue-entry.ts'
import { type RequestIssueCode, requestIssues } from './issues/request.ts'
import { type SourceCodeIssueCode, sourceCodeIssues } from './issues/source-code.ts'
import { type TimeIssueCode, timeIssues } from './issues/time.ts'
import { type TokenKindIssueCode, tokenKindIssues } from './issues/token-kind.ts'

/** What can be seen in a token, with or without its secret, the clock and the join parameters. */
export type TokenIssueCode =
  | TokenKindIssueCode
  | CredentialIssueCode
  | TimeIssueCode
  | ClaimIssueCode
  | EncodingIssueCode

/** The name of an issue: also its docs slug and SARIF rule id. */
export type IssueCode =
  | TokenIssueCode
  | IntegrationIssueCode
  | SourceCodeIssueCode
  | EndpointIssueCode
  | RequestIssueCode

// Calls, since bundlers keep an unused object spread but drop an unused pure call.

/** The rows of token issues alone, for bundles that do no more than read tokens. */
export const tokenIssues: Readonly<Record<TokenIssueCode, IssueEntry>> = /* #__PURE__ */ (() => ({
  ...tokenKindIssues,
  ...credentialIssues,
  ...timeIssues,
  ...claimIssues,
  ...encodingIssues,
}))()

/** Every issue that any package reports, and the only place where their words stand. */
export const issueCatalogue: Readonly<Record<IssueCode, IssueEntry>> = /* #__PURE__ */ (() => ({
  ...tokenIssues,
  ...integrationIssues,
  ...sourceCodeIssues,
  ...endpointIssues,
  ...requestIssues,
}))()

/** Where the documentation is published, without a slash at its end. */
export const docsUrl = 'https://sigshift.github.io/sigshift'

/**
 * The docs page of an issue.
 *
 * @example
 * ```ts
 * import { issueUrl } from '@sigshift/spec'
 *
 * issueUrl('iat-in-future') // => 'https://sigshift.github.io/sigshift/issues/iat-in-future'
 * ```
 */
export function issueUrl(code: IssueCode): string {
  return `${docsUrl}/issues/${code}`
}
