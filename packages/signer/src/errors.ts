import type { Issue, IssueCode, SigningRules } from '@sigshift/spec'

/** An issue of the input or the credentials has one fact, which says what is wanted. */
function sentence({ code, evidence: [fact] }: Issue): string {
  return `${fact?.field} is ${fact?.seen}, wanted ${fact?.wanted} [${code}]`
}

/** What both error classes of this package share. Holds no secret and no token. */
export abstract class SignatureError extends Error {
  /** The first issue's code: a key of the issue catalogue, and the slug of its page in the docs. */
  readonly code: IssueCode
  /** Everything that is wrong, in the order of the claims. */
  readonly issues: readonly [Issue, ...Issue[]]

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(issues.map(sentence).join('; '))
    this.issues = issues
    this.code = issues[0].code
  }
}

/** What was given to `sign` breaks a rule of the token: fix the input. */
export class InputError extends SignatureError {
  override readonly name = 'InputError'
  /** The claim that the first issue is about; absent where it is about no single one. */
  readonly claim: string | undefined

  constructor({ claims, lifetime }: SigningRules, issues: readonly [Issue, ...Issue[]]) {
    super(issues)
    const field = issues[0].evidence[0]?.field
    this.claim =
      field === lifetime.input
        ? 'exp'
        : claims.find((rule) => 'input' in rule && rule.input === field)?.claim
  }
}

/** The key or the secret cannot be right: fix the credentials. */
export class CredentialsError extends SignatureError {
  override readonly name = 'CredentialsError'
}
