import { isPlaceholder, type TokenIssueCode } from '@sigshift/spec'
import { readMember } from './json-object.ts'
import { type Finding, found, type JwtSubject, type Rule, type Subject } from './rule.ts'

/** A row for a code that the proof of the MAC may give. */
export function proven(
  code: TokenIssueCode,
  suppresses: readonly TokenIssueCode[] = [],
): Rule<Subject> {
  return {
    code,
    suppresses,
    find: ({ proof }) => (proof.code === code ? proof.evidence : undefined),
  }
}

const provenCodes: readonly TokenIssueCode[] = [
  'placeholder-secret',
  'secret-empty',
  'secret-is-key',
  'secret-whitespace',
  'secret-quoted',
  'secret-base64-decoded',
  'secret-hex-decoded',
  'secret-low-byte',
  'payload-reserialized',
  'signed-wrong-message',
  'secret-mismatch',
]

/** What a proof may give that suppresses nothing: one of them, since it gives one code. */
export const provenRules: readonly Rule<Subject>[] = provenCodes.map((code) => proven(code))

function keyOf({ detection: { claims } }: JwtSubject): string | undefined {
  const key = readMember(claims, 'appKey') ?? readMember(claims, 'sdkKey')
  return typeof key === 'string' ? key : undefined
}

function keyThat(test: (key: string) => boolean, seen: string): Rule<JwtSubject>['find'] {
  return (subject) => {
    const key = keyOf(subject)
    return key !== undefined && test(key)
      ? found('appKey', seen, 'the SDK key or client ID of your app')
      : undefined
  }
}

const longestKeyShown = 64

function keyMismatch(subject: JwtSubject): Finding {
  const wanted = subject.expected.sdkKey
  const key = keyOf(subject)
  if (key === '') return undefined
  if (wanted === undefined || key === undefined || key === wanted) {
    // An empty sdkKey differs too, and is told as what it is.
    return subject.claimIssues.has('claim-missing')
      ? undefined
      : subject.claimIssues.get('key-mismatch')
  }
  const seen = key.length <= longestKeyShown ? key : `text of ${key.length} characters`
  return found('appKey', seen, wanted)
}

/** Which key and which secret. */
export const secretRules: readonly Rule<JwtSubject>[] = [
  proven('credentials-swapped', ['key-mismatch', 'secret-is-key', 'secret-mismatch']),
  {
    code: 'placeholder-key',
    suppresses: ['key-mismatch', 'secret-mismatch'],
    find: keyThat(isPlaceholder, 'a placeholder'),
  },
  {
    code: 'key-quoted',
    suppresses: ['key-mismatch'],
    find: keyThat((key) => /^["'`].*["'`]$/s.test(key), 'quotes around it'),
  },
  {
    code: 'key-whitespace',
    suppresses: ['key-mismatch'],
    find: keyThat((key) => key.trim() !== key && key.trim() !== '', 'white space around it'),
  },
  { code: 'key-mismatch', suppresses: ['secret-mismatch'], find: keyMismatch },
  ...provenRules,
]
