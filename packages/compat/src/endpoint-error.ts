import type { Issue, IssueCode } from '@sigshift/spec'

/**
 * The team's own endpoint gave no signature. Holds neither what it answered nor where it is, since
 * both may carry a token.
 */
export class EndpointError extends Error {
  override readonly name = 'EndpointError'
  /** A key of the issue catalogue: `endpoint-*`, or `not-a-signature` for what is no JWT. */
  readonly code: IssueCode
  readonly issues: readonly [Issue]
  /** The HTTP status; absent where no answer came. */
  readonly status: number | undefined

  constructor(issue: Issue, options: { readonly status?: number; readonly cause?: unknown } = {}) {
    const facts = issue.evidence.map(
      ({ field, seen, wanted }) => `${field} is ${seen}${wanted ? `, wanted ${wanted}` : ''}`,
    )
    super(`${facts.join('; ')} [${issue.code}]`, 'cause' in options ? { cause: options.cause } : {})
    this.code = issue.code
    this.issues = [issue]
    this.status = options.status
  }
}
