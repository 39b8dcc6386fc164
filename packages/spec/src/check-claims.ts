import { describeValue, type Issue } from './issue.ts'
import type { IssueCode } from './issue-catalogue.ts'
import {
  type Checks,
  type ClaimCheck,
  codesOf,
  isNeverRequired,
  wantedBy,
} from './profiles/profile.ts'

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
      return typeof value === 'number' && rule.values.includes(value)
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

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function checkClaim(rule: ClaimCheck, value: unknown): Issue | undefined {
  const found = codeOf(rule, value)
  if (!found) return undefined
  const evidence = { field: rule.claim, seen: describeValue(value), wanted: wantedBy(rule) }
  return { code: found, evidence: [evidence] }
}

function codeOf(rule: ClaimCheck, value: unknown): IssueCode | undefined {
  if (isMissing(value)) {
    return value === undefined && isNeverRequired(rule) ? undefined : codesOf(rule).missing
  }
  if (fits(rule, value)) return undefined
  const isNumberAsText =
    rule.kind === 'choice' && typeof value === 'string' && rule.values.map(String).includes(value)
  return (isNumberAsText && rule.textCode) || codesOf(rule).invalid
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
