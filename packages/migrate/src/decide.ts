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
  const goes = (place: SyntaxNode): boolean => {
    const whole = place.field === 'property' ? (place.parent ?? place) : place
    const isBasis = bases.some((basis) => basis.has(place) || basis.has(whole))
    return isBasis || replaced.some((node) => node.contains(place))
  }
  return possible.map((each) => {
    const { after } = each.match
    if (each.manual !== undefined || !after) return each
    const left = after.places.filter((place) => !goes(place))
    return left.length > 0 ? { ...each, manual: after.otherwise(left) } : each
  })
}

export function requestOf(unit: Unit, options: ScanOptions): RewriteRequest {
  const { standalone = false, endpoint = '/api/zoom-signature' } = options
  return { ...unit, standalone, endpoint }
}

function isGone({ start, end }: Range, edits: readonly Edit[]): boolean {
  return edits.some(([from, to]) => from <= start && end <= to)
}

/** Why nothing of a unit is changed, where that is so for the whole of it. */
function refusedAsWhole({ unit, hasError }: ParsedUnit): string | undefined {
  if (unit.commentedOut) return 'The code is commented out.'
  return hasError ? 'The file does not parse.' : undefined
}

type Rewritten = ReturnType<typeof rewriteUnit>

/** What the matches want together, as edits or as the reason why they can't be made. */
function rewriteAll(wanted: readonly Match[], request: RewriteRequest): Rewritten {
  if (wanted.length === 0) return { edits: [] }
  return rewriteUnit(
    {
      replacements: wanted.flatMap(({ replacement }) => replacement ?? []),
      remove: [...new Set(wanted.flatMap(({ remove }) => remove ?? []))],
      edits: wanted.flatMap(({ edits }) => edits ?? []),
    },
    request,
  )
}

function outcomeOf({ match, manual }: Possible, unit: Unit, rewrite: Rewritten): Outcome {
  if (manual !== undefined) return { match, unit, manual, fixable: false }
  if ('reason' in rewrite) return { match, unit, manual: rewrite.reason, fixable: false }
  const { after } = match
  const stays = after && !isGone(after.gone, rewrite.edits) ? after.otherwise([]) : undefined
  return { match, unit, manual: stays, fixable: stays === undefined }
}

/** What of a unit is changed, and why the rest is not. */
export function decide(
  parsed: ParsedUnit,
  options: ScanOptions,
): { outcomes: Outcome[]; edits: readonly Edit[] } {
  const { unit } = parsed
  const ignoring = ignoringIn(unit.text, new Positions(unit.text))
  const matches: Match[] = []
  const ignored: Outcome[] = []
  for (const match of matchesOf(unit)) {
    const ignoredBy = ignoring(match)
    if (ignoredBy) ignored.push({ match, unit, manual: undefined, fixable: false, ignoredBy })
    else matches.push(match)
  }
  const refused = refusedAsWhole(parsed)
  const request = requestOf(unit, options)
  const judged = matches.map((match) => {
    return { match, manual: refused ?? match.manual ?? refusalOf(match, request) }
  })
  const possible = settleOrder(judged, unit)
  const wanted = possible.flatMap(({ manual, match }) => (manual === undefined ? match : []))
  const rewrite = rewriteAll(wanted, request)
  const outcomes = possible.map((each) => outcomeOf(each, unit, rewrite))
  return { outcomes: [...outcomes, ...ignored], edits: 'edits' in rewrite ? rewrite.edits : [] }
}
