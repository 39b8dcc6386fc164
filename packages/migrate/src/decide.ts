import type { Range } from './languages/language.ts'
import type { ParsedUnit } from './parsed-units.ts'
import type { Edit } from './rewrite/edit.ts'
import { contextOf, type RewriteRequest, rewriteUnit } from './rewrite/rewrite-unit.ts'
import { styleOf } from './rewrite/style.ts'
import type { Match, Unit } from './rules/rule.ts'
import { applies, rules } from './rules/rules.ts'
import type { ScanOptions } from './scan.ts'
import { type IgnoreComment, ignoreCommentsIn, ignoringComment } from './suppressions.ts'
import { Positions } from './syntax/positions.ts'
import type { SyntaxNode } from './syntax/syntax-node.ts'

function matchesOf(unit: Unit): readonly Match[] {
  const lowerCase = unit.text.toLowerCase()
  return rules.flatMap((rule) => (applies(rule, lowerCase) ? [...rule.find(unit)] : []))
}

/** A match with what is done about it. */
export interface Outcome {
  readonly match: Match
  readonly unit: Unit | undefined
  readonly manual: string | undefined
  readonly fixable: boolean
  readonly ignoredBy?: IgnoreComment | undefined
}

/** Tells for the matches of a text which comment passes over them. */
export function ignoringIn(text: string, positions: Positions) {
  const comments = ignoreCommentsIn(text)
  return ({ code, place }: Match): IgnoreComment | undefined =>
    comments.length === 0
      ? undefined
      : ignoringComment(comments, { code, ...positions.at(place.start) })
}

function isChange({ replacement, remove, edits }: Match): boolean {
  return replacement !== undefined || remove !== undefined || edits !== undefined
}

function refusalOf({ replacement }: Match, request: RewriteRequest): string | undefined {
  if (!replacement) return undefined
  const written = replacement.write(contextOf(request, replacement.node, styleOf(request.text)))
  return 'reason' in written ? written.reason : undefined
}

interface Possible {
  readonly match: Match
  readonly manual: string | undefined
}

/** Changes that may only follow others are left out where these are not made. */
function settleOrder(possible: readonly Possible[], { evaluator }: Unit): readonly Possible[] {
  const replaced = possible.flatMap(({ match, manual }) =>
    manual === undefined && match.replacement ? [match.replacement.node] : [],
  )
  const bases = replaced.map((node) => evaluator.basisOf(node).direct)
  const goes = (place: SyntaxNode): boolean =>
    replaced.some((node) => node.contains(place)) || bases.some((basis) => basis.has(place))
  return possible.map(({ match, manual }) => {
    const { after } = match
    const left = after?.places.filter((place) => !goes(place)) ?? []
    return { match, manual: manual ?? (left.length > 0 ? after?.otherwise(left) : undefined) }
  })
}

export function requestOf(unit: Unit, options: ScanOptions): RewriteRequest {
  const { standalone = false, endpoint = '/api/zoom-signature' } = options
  return { ...unit, standalone, endpoint }
}

function isGone({ start, end }: Range, edits: readonly Edit[]): boolean {
  return edits.some(([from, to]) => from <= start && end <= to)
}

/** What of a unit is changed, and why the rest is not. */
export function decide(
  { unit, hasError }: ParsedUnit,
  options: ScanOptions,
): { outcomes: Outcome[]; edits: readonly Edit[] } {
  const found = matchesOf(unit)
  const ignoring = ignoringIn(unit.text, new Positions(unit.text))
  const matches = found.filter((match) => !ignoring(match))
  const ignored = found.flatMap((match): Outcome[] => {
    const ignoredBy = ignoring(match)
    return ignoredBy ? [{ match, unit, manual: undefined, fixable: false, ignoredBy }] : []
  })
  const refused = unit.commentedOut
    ? 'The code is commented out.'
    : hasError
      ? 'The file does not parse.'
      : undefined
  const request = requestOf(unit, options)
  const possible = settleOrder(
    matches.map((match) => ({
      match,
      manual: refused ?? match.manual ?? refusalOf(match, request),
    })),
    unit,
  )
  const wanted = possible
    .filter(({ manual, match }) => manual === undefined && isChange(match))
    .map(({ match }) => match)
  if (wanted.length === 0)
    return {
      outcomes: [
        ...possible.map(({ match, manual }) => ({ match, unit, manual, fixable: false })),
        ...ignored,
      ],
      edits: [],
    }
  const rewrite = rewriteUnit(
    {
      replacements: wanted.flatMap(({ replacement }) => replacement ?? []),
      remove: [...new Set(wanted.flatMap(({ remove }) => remove ?? []))],
      edits: wanted.flatMap(({ edits }) => edits ?? []),
    },
    request,
  )
  const edits = 'edits' in rewrite ? rewrite.edits : []
  const failed = 'reason' in rewrite ? rewrite.reason : undefined
  const outcomes = possible.map(({ match, manual }): Outcome => {
    const { after } = match
    const stays = after && !isGone(after.gone, edits) ? after.otherwise([]) : undefined
    const reason = manual ?? (isChange(match) ? (failed ?? stays) : undefined)
    return { match, unit, manual: reason, fixable: isChange(match) && reason === undefined }
  })
  return { outcomes: [...outcomes, ...ignored], edits }
}
