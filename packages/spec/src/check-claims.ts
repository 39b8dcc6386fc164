import { describeValue, type Issue, issueOf } from './issue.ts'
import type { IssueCode } from './issue-catalogue.ts'
import { type Checks, type ClaimCheck, codesOf, wantedBy } from './profiles/profile.ts'

/** A NumericDate is a count of seconds; a millisecond value is whole too and is judged elsewhere. */
function fits(rule: ClaimCheck, value: unknown): boolean {
  switch (rule.kind) {
    case 'key':
      return typeof value === 'string'
    case 'digits':
      return typeof value === 'string'
        ? /^[0-9]+$/.test(value) && value.length <= rule.maxLength
        : Number.isSafeInteger(value) && (value as number) >= 0
    case 'choice':
      return rule.values.includes(value as number)
    case 'text':
      return (
        typeof value === 'string' &&
        value.length >= rule.minLength &&
        value.length <= rule.maxLength
      )
    case 'list':
      return (
        typeof value === 'string' && value.split(',').every((item) => rule.values.includes(item))
      )
    case 'constant':
      return value === rule.value
    case 'issued-at':
    case 'expiry':
      return Number.isInteger(value)
  }
}

/** Codes of a missing or empty claim, and of one outside its type or range; those of times are their own. */
function codesFor(rule: ClaimCheck): ReturnType<typeof codesOf> {
  const isTime = rule.kind === 'issued-at' || rule.kind === 'expiry'
  return isTime && !rule.codes
    ? { missing: 'time-missing', invalid: 'time-not-integer' }
    : codesOf(rule)
}

function wantedFor(rule: ClaimCheck): string {
  switch (rule.kind) {
    case 'key':
      return 'the SDK key or client ID'
    case 'constant':
      return String(rule.value)
    case 'issued-at':
    case 'expiry':
      return 'whole epoch seconds'
    default:
      return wantedBy(rule)
  }
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function checkClaim(rule: ClaimCheck, value: unknown): Issue | undefined {
  const found = codeOf(rule, value)
  if (!found) return undefined
  return issueOf(found, rule.claim, describeValue(value), wantedFor(rule))
}

function codeOf(rule: ClaimCheck, value: unknown): IssueCode | undefined {
  if (isMissing(value)) {
    return value === undefined && rule.required === 'optional' ? undefined : codesFor(rule).missing
  }
  if (fits(rule, value)) return undefined
  const isNumberAsText = rule.kind === 'choice' && rule.values.map(String).includes(value as string)
  return (isNumberAsText && rule.textCode) || codesFor(rule).invalid
}

/**
 * Holds a decoded payload against the rows of a profile and cross-field rows, in row order. Knows
 * neither the clock nor the secret. Never throws.
 *
 * @example
 * ```ts
 * import { checkClaims, meetingSdk } from '@sigshift/spec'
 *
 * const claims = { appKey: 'k', sdkKey: 'k', mn: '123', role: 0, iat: 0, exp: 600, tokenExp: 600 }
 * checkClaims(meetingSdk, claims).map((issue) => issue.code) // => ['lifetime-too-short']
 * ```
 */
export function checkClaims(
  { claims: rows, crossRules }: Checks,
  claims: Readonly<Record<string, unknown>>,
): readonly Issue[] {
  const issues: Issue[] = []
  for (const rule of rows) {
    const value = Object.hasOwn(claims, rule.claim) ? claims[rule.claim] : undefined
    const found = checkClaim(rule, value)
    if (found) issues.push(found)
  }
  for (const rule of crossRules) {
    const evidence = rule.broken(claims)
    if (evidence) issues.push({ code: rule.code, evidence: [evidence] })
  }
  return issues
}
