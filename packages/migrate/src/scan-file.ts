import { issueCatalogue } from '@sigshift/spec'
import type { FileRewrite, Finding } from './finding.ts'
import { isBrowserCode } from './meanings/browser-code.ts'
import { applyEdits, type Edit } from './rewrite/edit.ts'
import { replacementText } from './rewrite/replacement-text.ts'
import { contextOf, type RewriteRequest, rewriteUnit } from './rewrite/rewrite-unit.ts'
import { styleOf } from './rewrite/style.ts'
import type { Match, Unit } from './rules/rule.ts'
import { applies, rules, textRules } from './rules/rules.ts'
import type { ScanOptions, SourceFile } from './scan.ts'
import { sha256 } from './sha256.ts'
import { commentedParts } from './syntax/comments.ts'
import type { createParsers, Part } from './syntax/parser.ts'
import { Positions } from './syntax/positions.ts'
import { type Region, regionsOf } from './syntax/regions.ts'
import { Evaluator } from './terms/evaluator.ts'

type Parsers = ReturnType<typeof createParsers>

export interface FileScan {
  readonly findings: readonly Finding[]
  readonly rewrite?: FileRewrite
  readonly parsed: boolean
  readonly skipped?: string
}

function worth(text: string): boolean {
  const lowerCase = text.toLowerCase()
  return rules.some((rule) => applies(rule, lowerCase))
}

interface ParsedUnit {
  readonly unit: Unit
  readonly hasError: boolean
}

async function unitOf(
  file: SourceFile,
  region: Region,
  part: Part,
  parsers: Parsers,
  options: ScanOptions,
): Promise<ParsedUnit> {
  const parse = await parsers(region.language.grammar)
  const { root, hasError } = parse(file.text, part)
  const unit: Unit = {
    file: file.path,
    text: file.text,
    root,
    language: region.language,
    evaluator: new Evaluator(region.language, root),
    commentedOut: part !== region,
    options,
    inBrowser: region.inPage || isBrowserCode(file.path, file.text, region.language.name),
  }
  return { unit, hasError }
}

async function unitsOf(
  file: SourceFile,
  parsers: Parsers,
  options: ScanOptions,
): Promise<readonly ParsedUnit[]> {
  const units: ParsedUnit[] = []
  for (const region of regionsOf(file.path, file.text)) {
    if (!worth(file.text.slice(region.start, region.end))) continue
    const live = await unitOf(file, region, region, parsers, options)
    units.push(live)
    for (const part of commentedParts(live.unit.root, file.text, worth)) {
      units.push(await unitOf(file, region, part, parsers, options))
    }
  }
  return units
}

function* matchesOf(unit: Unit): Generator<Match> {
  const lowerCase = unit.text.toLowerCase()
  for (const rule of rules) if (applies(rule, lowerCase)) yield* rule.find(unit)
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

function requestOf(unit: Unit, options: ScanOptions): RewriteRequest {
  const { standalone = false, endpoint = '/api/zoom-signature' } = options
  return { ...unit, standalone, endpoint }
}

function decide(
  { unit, hasError }: ParsedUnit,
  options: ScanOptions,
): { outcomes: Outcome[]; edits: readonly Edit[] } {
  const matches = [...matchesOf(unit)]
  const refused = unit.commentedOut
    ? 'The code is commented out.'
    : hasError
      ? 'The file does not parse.'
      : undefined
  const request = requestOf(unit, options)
  const possible = matches.map((match) => ({
    match,
    manual: refused ?? match.manual ?? refusalOf(match, request),
  }))
  const wanted = possible
    .filter(({ manual, match }) => manual === undefined && isChange(match))
    .map(({ match }) => match)
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
  const inText = textRules
    .filter(({ appliesTo }) => appliesTo(file.path))
    .flatMap((rule) => [...rule.findText(file.text, file.path)])
    .map((match): Outcome => ({ match, unit: undefined, manual: match.manual, fixable: false }))
  const positions = new Positions(file.text)
  const findings = [...decided.flatMap(({ outcomes }) => outcomes), ...inText]
    .map((outcome) =>
      unsettled && outcome.fixable ? { ...outcome, manual: unsettled, fixable: false } : outcome,
    )
    .map((outcome) => findingOf(file, positions, outcome, options))
    .sort((a, b) => a.line - b.line || a.column - b.column)
  const codes = [...new Set(findings.filter(({ fixable }) => fixable).map(({ code }) => code))]
  const rewrite =
    settled && edits.length > 0
      ? { file: file.path, sha256: await sha256(file.text), edits, codes }
      : undefined
  return { findings, parsed: units.length > 0, ...(rewrite ? { rewrite } : {}) }
}
