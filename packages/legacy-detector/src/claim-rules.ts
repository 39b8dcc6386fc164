import type { TokenIssueCode } from '@sigshift/spec'
import { readMember } from './json-object.ts'
import { misnamedClaims } from './misnamed-claims.ts'
import type { Finding, JwtSubject, Rule } from './rule.ts'

/** A row for a code that the claim rules of `@sigshift/spec` give. */
export function checked(
  code: TokenIssueCode,
  suppresses: readonly TokenIssueCode[] = [],
): Rule<JwtSubject> {
  return { code, suppresses, find: ({ claimIssues }) => claimIssues.get(code) }
}

function digitsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).slice(0, 64).replace(/[\s-]/g, '')
    : ''
}

function numberMismatch({ detection: { claims }, expected }: JwtSubject): Finding {
  const wanted = digitsOf(expected.meetingNumber)
  const seen = digitsOf(readMember(claims, 'mn'))
  return wanted !== '' && /^\d+$/.test(seen) && seen !== wanted
    ? [{ field: 'mn', seen, wanted }]
    : undefined
}

/** What the token says, times apart. */
export const claimRules: readonly Rule<JwtSubject>[] = [
  {
    code: 'claim-misnamed',
    find: ({ detection: { claims } }) => {
      const found = claims ? misnamedClaims(claims) : []
      return found.length === 0
        ? undefined
        : found.map(({ seen, wanted }) => ({ field: 'claim', seen, wanted }))
    },
  },
  checked('app-key-missing'),
  checked('mn-missing'),
  { code: 'meeting-number-mismatch', find: numberMismatch },
  checked('mn-not-digits'),
  checked('role-invalid'),
  checked('claim-missing'),
  checked('claim-invalid'),
  checked('role-as-string'),
]
