import type { Issue, IssueCode, Profile } from '@sigshift/spec'

function sentence({ code, evidence }: Issue): string {
  const facts = evidence.map(
    ({ field, seen, wanted }) => `${field} is ${seen}${wanted ? `, wanted ${wanted}` : ''}`,
  )
  return `${facts.join('; ')} [${code}]`
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

  constructor(profile: Profile, issues: readonly [Issue, ...Issue[]]) {
    super(issues)
    const field = issues[0].evidence[0]?.field
    this.claim =
      field === profile.lifetime.input
        ? 'exp'
        : profile.claims.find((rule) => 'input' in rule && rule.input === field)?.claim
  }
}

/** The key or the secret cannot be right: fix the credentials. */
export class CredentialsError extends SignatureError {
  override readonly name = 'CredentialsError'
}
