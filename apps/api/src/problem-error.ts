import type { Issue, IssueCode } from '@sigshift/spec'
import type { Problem } from './problem.ts'

/** Ends a request with a problem. Its text goes to the caller, so it never quotes what must not. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: IssueCode
  readonly detail: string
  readonly status: Problem['status'] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: IssueCode,
    detail: string,
    more: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail)
    this.code = code
    this.detail = detail
    this.status = more.status
    this.headers = more.headers ?? {}
  }
}

/** A body that breaks rules of a route that signs nothing. */
export class BodyError extends Error {
  override readonly name = 'BodyError'
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super('the body breaks rules')
    this.issues = issues
  }
}

/** A body that has a member twice, on a route that does not choose between them. */
export class RepeatedMemberError extends Error {
  override readonly name = 'RepeatedMemberError'
  readonly member: string

  constructor(member: string) {
    super('the body has a member twice')
    this.member = member
  }
}
