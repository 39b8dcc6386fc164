import { type Issue, type IssueCode, isPlaceholder, issueOf } from '@sigshift/spec'
import { CredentialsError } from './errors.ts'

/** The pair that one app of the Zoom App Marketplace shows: SDK key and secret, or client ID and secret. */
export interface Credentials {
  /** SDK key or client ID; it is readable in every token. */
  readonly sdkKey: string
  /** SDK secret or client secret, as it stands there: not base64-decoded, never sent anywhere. */
  readonly sdkSecret: string
}

/** How one of the two can be wrong by itself; the first row that applies is the answer. */
const faults: readonly (readonly [
  applies: (text: string) => boolean,
  seen: string,
  ofKey: IssueCode,
  ofSecret: IssueCode,
])[] = [
  [(text) => text.trim() === '', 'empty or not text', 'key-empty', 'secret-empty'],
  [
    (text) => /^[\s\u200b-\u200d\u2060]|[\s\u200b-\u200d\u2060]$/.test(text),
    'surrounded by white space',
    'key-whitespace',
    'secret-whitespace',
  ],
  [(text) => /^(["'`]).*\1$/s.test(text), 'surrounded by quotes', 'key-quoted', 'secret-quoted'],
  [isPlaceholder, 'a placeholder', 'placeholder-key', 'placeholder-secret'],
]

const wanted = 'the bare text on the credentials page'

/**
 * What can be seen to be wrong with a key and its secret without asking Zoom. Evidence describes
 * the fault and never repeats either of them.
 */
export function checkCredentials(credentials: Partial<Credentials>): readonly Issue[] {
  const issues: Issue[] = []
  for (const field of ['sdkKey', 'sdkSecret'] as const) {
    const given: unknown = credentials[field]
    const text = typeof given === 'string' ? given : ''
    const fault = faults.find(([applies]) => applies(text))
    if (fault) issues.push(issueOf(fault[field === 'sdkKey' ? 2 : 3], field, fault[1], wanted))
  }
  if (issues.length === 0 && credentials.sdkKey === credentials.sdkSecret) {
    issues.push(issueOf('secret-is-key', 'sdkSecret', 'the same as sdkKey', wanted))
  }
  return issues
}

/** @throws {CredentialsError} where {@link checkCredentials} finds something. */
export function assertCredentials(credentials: Credentials): void {
  const issues = checkCredentials(credentials)
  if (issues.length > 0) throw new CredentialsError(issues as [Issue, ...Issue[]])
}
