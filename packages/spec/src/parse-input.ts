import { describeValue, type Issue } from './issue.ts'
import { type Member, membersOf, type ParseOptions, Refusal } from './member-parsers.ts'
import type { ParsedInput, Profile } from './profiles/profile.ts'

/** What a parser answers; it never throws. */
export type ParseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** A longer name is no slip of the pen, and may be a secret in the wrong place. */
const longestName = 24

function unknownMembers(names: readonly string[], members: readonly Member[]): Issue[] {
  const known = members.map((member) => member.name)
  const wanted = `only ${known.join(', ')}`
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const field = name.length <= longestName ? name : `a name of ${name.length} characters`
      const evidence = { field, seen: 'an unknown member', wanted }
      return { code: 'request-member-unknown', evidence: [evidence] }
    })
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

function refused(name: string, raw: unknown, { code, wanted }: Refusal): Issue {
  return { code, evidence: [{ field: name, seen: describeValue(raw), wanted }] }
}

function notAnObject(input: unknown, known: readonly Member[]): Issue {
  const wanted = `an object with ${known.map((member) => member.name).join(', ')}`
  return {
    code: 'request-body-invalid',
    evidence: [{ field: 'input', seen: describeValue(input), wanted }],
  }
}

function parseRecord(
  input: Readonly<Record<string, unknown>>,
  members: readonly Member[],
): ParseResult<Record<string, unknown>> {
  const value: Record<string, unknown> = {}
  const issues: Issue[] = []
  let known = 0
  for (const { name, parse } of members) {
    const isGiven = Object.hasOwn(input, name)
    if (isGiven) known += 1
    const raw = isGiven ? input[name] : undefined
    const parsed = parse(raw)
    if (parsed instanceof Refusal) issues.push(refused(name, raw, parsed))
    else if (parsed !== undefined) value[name] = parsed
  }
  const names = Object.keys(input)
  if (names.length > known) issues.push(...unknownMembers(names, members))
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value }
}

/**
 * Makes the parser of what callers give to a signer, from the profile's rows. It refuses a member
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
export function createInputParser<const P extends Profile>(
  profile: P,
  options: ParseOptions = {},
): (input: unknown) => ParseResult<ParsedInput<P>> {
  const members = membersOf(profile, options)
  return (input) =>
    isRecord(input)
      ? (parseRecord(input, members) as ParseResult<ParsedInput<P>>)
      : { ok: false, issues: [notAnObject(input, members)] }
}
