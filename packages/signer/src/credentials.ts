import { type Issue, type IssueCode, isPlaceholder } from '@sigshift/spec'
import { CredentialsError } from './errors.ts'

/** The pair that one app of the Zoom App Marketplace shows: SDK key and secret, or client ID and secret. */
export interface Credentials {
  /** SDK key or client ID; it is readable in every token. */
  readonly sdkKey: string
  /** SDK secret or client secret, as it stands there: not base64-decoded, never sent anywhere. */
  readonly sdkSecret: string
}

/** How one of the two can be wrong by itself; the first row that applies is the answer. */
const faults: readonly {
  readonly applies: (text: unknown) => boolean
  readonly seen: string
  readonly codes: { readonly sdkKey: IssueCode; readonly sdkSecret: IssueCode }
}[] = [
  {
    applies: (text) => typeof text !== 'string' || text.trim() === '',
    seen: 'empty or not text',
    codes: { sdkKey: 'key-empty', sdkSecret: 'secret-empty' },
  },
  {
    applies: (text) => /^[\s\u200b-\u200d\u2060]|[\s\u200b-\u200d\u2060]$/.test(text as string),
    seen: 'surrounded by white space',
    codes: { sdkKey: 'key-whitespace', sdkSecret: 'secret-whitespace' },
  },
  {
    applies: (text) => /^(["'`]).*\1$/s.test(text as string),
    seen: 'surrounded by quotes',
    codes: { sdkKey: 'key-quoted', sdkSecret: 'secret-quoted' },
  },
  {
    applies: (text) => isPlaceholder(text as string),
    seen: 'a placeholder',
    codes: { sdkKey: 'placeholder-key', sdkSecret: 'placeholder-secret' },
  },
]

const wanted = 'the text from the app’s credentials page, as it is'

/**
 * What can be seen to be wrong with a key and its secret without asking Zoom. Evidence describes
 * the fault and never repeats either of them.
 */
export function checkCredentials(credentials: Partial<Credentials>): readonly Issue[] {
  const issues: Issue[] = []
  for (const field of ['sdkKey', 'sdkSecret'] as const) {
    const fault = faults.find(({ applies }) => applies(credentials[field]))
    if (fault)
      issues.push({ code: fault.codes[field], evidence: [{ field, seen: fault.seen, wanted }] })
  }
  if (issues.length === 0 && credentials.sdkKey === credentials.sdkSecret) {
    issues.push({
      code: 'secret-is-key',
      evidence: [{ field: 'sdkSecret', seen: 'the same as sdkKey', wanted }],
    })
  }
  return issues
}

/** @throws {CredentialsError} where {@link checkCredentials} finds something. */
export function assertCredentials(credentials: Credentials): void {
  const [first, ...others] = checkCredentials(credentials)
  if (first) throw new CredentialsError([first, ...others])
}
