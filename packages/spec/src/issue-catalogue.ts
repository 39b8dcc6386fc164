import { type ClaimIssueCode, claimIssues, claimSources } from './issues/claim.ts'
import {
  type CredentialIssueCode,
  credentialIssues,
  credentialSources,
} from './issues/credential.ts'
import { type EncodingIssueCode, encodingIssues, encodingSources } from './issues/encoding.ts'
import { type EndpointIssueCode, endpointIssues, endpointSources } from './issues/endpoint.ts'
import {
  type IntegrationIssueCode,
  integrationIssues,
  integrationSources,
} from './issues/integration.ts'
import type { IssueEntry, IssueWords } from './issues/issue-entry.ts'
import { type RequestIssueCode, requestIssues, requestSources } from './issues/request.ts'
import { severityOf } from './issues/severity.ts'
import {
  type SourceCodeIssueCode,
  sourceCodeIssues,
  sourceCodeSources,
} from './issues/source-code.ts'
import { type TimeIssueCode, timeIssues, timeSources } from './issues/time.ts'
import { type TokenKindIssueCode, tokenKindIssues, tokenKindSources } from './issues/token-kind.ts'
import type { Sources } from './source.ts'

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

/** The words for token issues alone, for bundles that do no more than read tokens. */
export const tokenIssues: Readonly<Record<TokenIssueCode, IssueWords>> = /* #__PURE__ */ (() => ({
  ...tokenKindIssues,
  ...credentialIssues,
  ...timeIssues,
  ...claimIssues,
  ...encodingIssues,
}))()

function createCatalogue(): Readonly<Record<IssueCode, IssueEntry>> {
  const words: Readonly<Record<IssueCode, IssueWords>> = {
    ...tokenIssues,
    ...integrationIssues,
    ...sourceCodeIssues,
    ...endpointIssues,
    ...requestIssues,
  }
  const sources: Readonly<Record<IssueCode, Sources>> = {
    ...tokenKindSources,
    ...credentialSources,
    ...timeSources,
    ...claimSources,
    ...encodingSources,
    ...integrationSources,
    ...sourceCodeSources,
    ...endpointSources,
    ...requestSources,
  }
  const codes = Object.keys(words) as IssueCode[]
  return Object.fromEntries(
    codes.map((code) => [
      code,
      { severity: severityOf(code), ...words[code], sources: sources[code] },
    ]),
  ) as Record<IssueCode, IssueEntry>
}

/** Every issue that any package reports, and the only place where their words stand. */
export const issueCatalogue: Readonly<Record<IssueCode, IssueEntry>> =
  /* #__PURE__ */ createCatalogue()

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
