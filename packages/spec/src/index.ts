export { checkClaims } from './check-claims.ts'
export type { ErrorCode } from './error-codes/error-code.ts'
export { errorCodes } from './error-codes/error-codes.ts'
export type { Evidence, Issue } from './issue.ts'
export { describeValue, issueOf } from './issue.ts'
export type { IssueCode, TokenIssueCode } from './issue-catalogue.ts'
export { docsUrl, issueCatalogue, issueUrl, tokenIssues } from './issue-catalogue.ts'
export type { IssueEntry, IssueWords, Severity } from './issues/issue-entry.ts'
export { tokenSeverity } from './issues/severity.ts'
export type { JsonSchema } from './json-schema.ts'
export { claimsSchema, inputSchema } from './json-schema.ts'
export type { ParseOptions } from './member-parsers.ts'
export type { ParseResult } from './parse-input.ts'
export { createInputParser } from './parse-input.ts'
export { isPlaceholder } from './placeholder.ts'
export { cobrowse } from './profiles/cobrowse.ts'
export { meetingSdk, meetingSdkChecks, meetingSdkSigning } from './profiles/meeting-sdk.ts'
export type {
  Checks,
  Citation,
  ClaimCheck,
  ClaimRule,
  ClaimsOf,
  CrossCheck,
  CrossRule,
  InputOf,
  Lifetime,
  LifetimeRule,
  ParsedInput,
  Profile,
  SigningRules,
} from './profiles/profile.ts'
export { videoSdk } from './profiles/video-sdk.ts'
export type { SdkRelease } from './sdk-history.ts'
export { sdkHistory } from './sdk-history.ts'
export type { Source, Sources } from './source.ts'
export { sourceUrl } from './source.ts'
export type { Symptom, SymptomPlace, View } from './symptoms/symptom.ts'
export { symptoms } from './symptoms/symptoms.ts'
export type { TimelineEvent } from './timeline.ts'
export { timeline } from './timeline.ts'
