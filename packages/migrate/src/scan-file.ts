import { issueCatalogue } from '@sigshift/spec'
import type { FileRewrite, Finding } from './finding.ts'
import { type ParsedUnit, type Parsers, unitsOf } from './parsed-units.ts'
import { applyEdits, type Edit } from './rewrite/edit.ts'
import { replacementText } from './rewrite/replacement-text.ts'
import { contextOf, type RewriteRequest, rewriteUnit } from './rewrite/rewrite-unit.ts'
import { styleOf } from './rewrite/style.ts'
import { joinTextEdits } from './rewrite/text-edits.ts'
import type { Match, Unit } from './rules/rule.ts'
import { applies, rules, textRules } from './rules/rules.ts'
import type { ScanOptions, SourceFile } from './scan.ts'
import { sha256 } from './sha256.ts'
import { isSuppressed } from './suppressions.ts'
import { Positions } from './syntax/positions.ts'
import type { SyntaxNode } from './syntax/syntax-node.ts'

export interface FileScan {
  readonly findings: readonly Finding[]
  readonly rewrite?: FileRewrite
  readonly parsed: boolean
  readonly skipped?: string
}

function* matchesOf(unit: Unit, positions: Positions): Generator<Match> {
  const lowerCase = unit.text.toLowerCase()
  for (const rule of rules) {
    if (!applies(rule, lowerCase)) continue
    for (const match of rule.find(unit)) {
      const { line } = positions.at(match.place.start)
      if (!isSuppressed(unit.text, positions, { code: match.code, line })) yield match
    }
  }
}

interface Outcome {
  readonly match: Match
  readonly unit: Unit | undefined
  readonly manual: string | undefined
  readonly fixable: boolean
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
    const fits = after === undefined || after.places.every(goes)
    return { match, manual: manual ?? (fits ? undefined : after.otherwise) }
  })
}

function requestOf(unit: Unit, options: ScanOptions): RewriteRequest {
  const { standalone = false, endpoint = '/api/zoom-signature' } = options
  return { ...unit, standalone, endpoint }
}

function decide(
  { unit, hasError }: ParsedUnit,
  options: ScanOptions,
): { outcomes: Outcome[]; edits: readonly Edit[] } {
  const matches = [...matchesOf(unit, new Positions(unit.text))]
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
      outcomes: possible.map(({ match, manual }) => ({ match, unit, manual, fixable: false })),
      edits: [],
    }
  const rewrite = rewriteUnit(
    {
      replacements: wanted.flatMap(({ replacement }) => replacement ?? []),
      remove: wanted.flatMap(({ remove }) => remove ?? []),
      edits: wanted.flatMap(({ edits }) => edits ?? []),
    },
    request,
  )
  const failed = 'reason' in rewrite ? rewrite.reason : undefined
  const outcomes = possible.map(({ match, manual }): Outcome => {
    const reason = manual ?? (isChange(match) ? failed : undefined)
    return { match, unit, manual: reason, fixable: isChange(match) && reason === undefined }
  })
  return { outcomes, edits: 'edits' in rewrite ? rewrite.edits : [] }
}

function findingOf(
  file: SourceFile,
  positions: Positions,
  outcome: Outcome,
  options: ScanOptions,
): Finding {
  const { match, unit, manual, fixable } = outcome
  const start = positions.at(match.place.start)
  const end = positions.at(match.place.end)
  const replacement =
    manual !== undefined && unit && match.replacement
      ? replacementText(match.replacement, requestOf(unit, options))
      : undefined
  return {
    code: match.code,
    severity: issueCatalogue[match.code].severity,
    file: file.path,
    ...start,
    endLine: end.line,
    endColumn: end.column,
    language: unit?.language.name ?? 'text',
    confidence: unit?.commentedOut && match.confidence === 'high' ? 'medium' : match.confidence,
    ...(match.origin === undefined ? {} : { origin: match.origin }),
    fixable,
    commentedOut: unit?.commentedOut ?? false,
    secretInBrowser: match.secretInBrowser ?? false,
    notes: match.notes ?? [],
    ...(manual === undefined
      ? {}
      : { manual: { reason: manual, ...(replacement === undefined ? {} : { replacement }) } }),
  }
}

/** Whether the rewritten file still parses, and is left alone by a second run. */
async function isSettled(
  file: SourceFile,
  edits: readonly Edit[],
  parsers: Parsers,
  options: ScanOptions,
): Promise<boolean> {
  const after: SourceFile = { path: file.path, text: applyEdits(file.text, edits) }
  const units = await unitsOf(after, parsers, options)
  return units.every(
    (parsed) =>
      (parsed.unit.commentedOut || !parsed.hasError) && decide(parsed, options).edits.length === 0,
  )
}

export async function scanFile(
  file: SourceFile,
  parsers: Parsers,
  options: ScanOptions,
): Promise<FileScan> {
  const units = await unitsOf(file, parsers, options)
  const decided = units.map((unit) => decide(unit, options))
  const edits = decided.flatMap((each) => each.edits)
  const settled = edits.length === 0 || (await isSettled(file, edits, parsers, options))
  const unsettled = settled ? undefined : 'The rewritten file would not stand a second run.'
  const positions = new Positions(file.text)
  const inText = textRules
    .filter(({ appliesTo }) => appliesTo(file.path))
    .flatMap((rule) => [...rule.findText(file.text, file.path, options)])
    .filter(
      ({ code, place }) =>
        !isSuppressed(file.text, positions, { code, ...positions.at(place.start) }),
    )
    .map((match): Outcome => {
      const fixable = match.edits !== undefined
      return { match, unit: undefined, manual: match.manual, fixable }
    })
  const findings = [...decided.flatMap(({ outcomes }) => outcomes), ...inText]
    .map((outcome) =>
      unsettled && outcome.unit && outcome.fixable
        ? { ...outcome, manual: unsettled, fixable: false }
        : outcome,
    )
    .map((outcome) => findingOf(file, positions, outcome, options))
    .sort((a, b) => a.line - b.line || a.column - b.column)
  const codes = [...new Set(findings.filter(({ fixable }) => fixable).map(({ code }) => code))]
  const all = joinTextEdits(
    settled ? edits : [],
    inText.flatMap(({ match }) => match.edits ?? []),
    file.path,
    textRules,
    options,
  )
  const rewrite =
    all.length > 0
      ? { file: file.path, sha256: await sha256(file.text), edits: all, codes }
      : undefined
  return { findings, parsed: units.length > 0, ...(rewrite ? { rewrite } : {}) }
}
