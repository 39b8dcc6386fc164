import { describeValue, type Issue, issueOf } from './issue.ts'
import { type Member, membersOf, type ParseOptions } from './member-parsers.ts'
import type { ParsedInput, SigningRules } from './profiles/profile.ts'

/** What a parser answers; it never throws. */
export type ParseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] }

/** A longer name is no slip of the pen, and may be a secret in the wrong place. */
const longestName = 24

function unknownMembers(names: readonly string[], known: readonly string[]): Issue[] {
  const wanted = `only ${known.join(', ')}`
  return names.flatMap((name) => {
    if (known.includes(name)) return []
    const field = name.length <= longestName ? name : `a name of ${name.length} characters`
    return issueOf('request-member-unknown', field, 'an unknown member', wanted)
  })
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

function namesOf(members: readonly Member[]): string[] {
  return members.map(({ name }) => name)
}

function notAnObject(input: unknown, members: readonly Member[]): Issue {
  const wanted = `an object with ${namesOf(members).join(', ')}`
  return issueOf('request-body-invalid', 'input', describeValue(input), wanted)
}

function parseRecord(
  input: Readonly<Record<string, unknown>>,
  members: readonly Member[],
): ParseResult<Record<string, unknown>> {
  const value: Record<string, unknown> = {}
  const issues: Issue[] = []
  let known = 0
  for (const { name, parse } of members) {
    let raw: unknown
    if (Object.hasOwn(input, name)) {
      raw = input[name]
      known += 1
    }
    const parsed = parse(raw)
    if (typeof parsed === 'object') {
      issues.push(issueOf(parsed.code, name, describeValue(raw), parsed.wanted))
    } else if (parsed !== undefined) value[name] = parsed
  }
  const names = Object.keys(input)
  if (names.length > known) issues.push(...unknownMembers(names, namesOf(members)))
  return issues.length > 0
    ? { ok: false, issues: issues as [Issue, ...Issue[]] }
    : { ok: true, value }
}

/**
 * Makes the parser of what callers give to a signer, from the rows of a profile. It refuses a member
 * that no row names, reports every fault at once, and coerces nothing beyond
 * {@link ParseOptions.numericStrings} and the spaces and dashes of a pasted meeting number.
 *
 * @example
 * ```ts
 * import { createInputParser, meetingSdk } from '@sigshift/spec'
 *
 * const parse = createInputParser(meetingSdk)
 * parse({ meetingNumber: '845 1236 7890', role: 0 })
 * // => { ok: true, value: { meetingNumber: '84512367890', role: 0, expirationSeconds: 7200 } }
 * ```
 */
export function createInputParser<const P extends SigningRules>(
  rules: P,
  options: ParseOptions = {},
): (input: unknown) => ParseResult<ParsedInput<P>> {
  const members = membersOf(rules, options)
  return (input) =>
    isRecord(input)
      ? (parseRecord(input, members) as ParseResult<ParsedInput<P>>)
      : { ok: false, issues: [notAnObject(input, members)] }
}
