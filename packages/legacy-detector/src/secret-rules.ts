import type { TokenIssueCode } from '@sigshift/spec'
import { isStandIn } from './is-stand-in.ts'
import { readMember } from './json-object.ts'
import type { Finding, JwtSubject, Rule, Subject } from './rule.ts'

/** A row for a code that the proof of the MAC may give. */
export function proven<S extends Subject>(
  code: TokenIssueCode,
  suppresses: readonly TokenIssueCode[] = [],
): Rule<S> {
  return {
    code,
    suppresses,
    find: ({ proof }) => (proof.code === code ? proof.evidence : undefined),
  }
}

function keyOf({ detection: { claims } }: JwtSubject): string | undefined {
  const key = readMember(claims, 'appKey') ?? readMember(claims, 'sdkKey')
  return typeof key === 'string' ? key : undefined
}

function keyThat(test: (key: string) => boolean, seen: string): Rule<JwtSubject>['find'] {
  return (subject) => {
    const key = keyOf(subject)
    return key !== undefined && test(key)
      ? [{ field: 'appKey', seen, wanted: 'the SDK key or client ID of your app' }]
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
  return [{ field: 'appKey', seen, wanted }]
}

/** Which key and which secret. */
export const secretRules: readonly Rule<JwtSubject>[] = [
  proven('credentials-swapped', ['key-mismatch', 'secret-is-key', 'secret-mismatch']),
  {
    code: 'placeholder-key',
    suppresses: ['key-mismatch', 'secret-mismatch'],
    find: keyThat(isStandIn, 'a placeholder'),
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
  proven('placeholder-secret'),
  proven('secret-empty'),
  proven('secret-is-key'),
  proven('secret-whitespace'),
  proven('secret-quoted'),
  proven('secret-base64-decoded'),
  proven('secret-hex-decoded'),
  proven('secret-low-byte'),
  proven('payload-reserialized'),
  proven('signed-wrong-message'),
  proven('secret-mismatch'),
]
