import type { IssueCode } from './issue-catalogue.ts'

/** One value that proves an issue: where it stands, what is there, what should be. Never a secret. */
export interface Evidence {
  /** The claim, input member, part or parameter. */
  readonly field: string
  readonly seen: string
  readonly wanted?: string
}

/** A rule not met, as data. Severity and words are in the issue catalogue, under `code`. */
export interface Issue<Code extends IssueCode = IssueCode> {
  readonly code: Code
  readonly evidence: readonly Evidence[]
}

/** An issue that one value proves. */
export function issueOf(code: IssueCode, field: string, seen: string, wanted: string): Issue {
  return { code, evidence: [{ field, seen, wanted }] }
}

const longestShown = 16

/**
 * A value in a few words, fit for evidence: short text and numbers as they are, everything else by
 * its kind and size, so that a secret or token given in the wrong place is not repeated.
 */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (value.length <= longestShown) return JSON.stringify(value)
      return `${/^[a-z]+:\/\//i.test(value) ? 'a URL' : 'text'} of ${value.length} characters`
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? 'an array' : 'an object'
    case 'function':
    case 'symbol':
      return `a ${typeof value}`
    default:
      return String(value)
  }
}
