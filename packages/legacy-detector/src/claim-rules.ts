import type { TokenIssueCode } from '@sigshift/spec'
import { readMember } from './json-object.ts'
import { misnamedClaims } from './misnamed-claims.ts'
import { type Finding, found, type JwtSubject, type Rule } from './rule.ts'

/** Rows for codes that the claim rules of `@sigshift/spec` give. */
export function checked(...codes: readonly TokenIssueCode[]): readonly Rule<JwtSubject>[] {
  return codes.map((code) => ({ code, find: ({ claimIssues }) => claimIssues.get(code) }))
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
    ? found('mn', seen, wanted)
    : undefined
}

function misnamed({ detection: { claims } }: JwtSubject): Finding {
  const names = claims ? misnamedClaims(claims) : []
  return names.length > 0
    ? names.map(({ seen, wanted }) => ({ field: 'claim', seen, wanted }))
    : undefined
}

/** What the token says, times apart. */
export const claimRules: readonly Rule<JwtSubject>[] = [
  { code: 'claim-misnamed', find: misnamed },
  ...checked('app-key-missing', 'mn-missing'),
  { code: 'meeting-number-mismatch', find: numberMismatch },
  ...checked('mn-not-digits', 'role-invalid', 'claim-missing', 'claim-invalid', 'role-as-string'),
]
