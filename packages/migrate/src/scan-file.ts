import { issueCatalogue } from '@sigshift/spec'
import { decide, ignoringIn, type Outcome, requestOf } from './decide.ts'
import type { FileRewrite, Finding, IgnoredFinding } from './finding.ts'
import { type ParsedUnit, type Parsers, unitsOf } from './parsed-units.ts'
import { applyEdits, type Edit } from './rewrite/edit.ts'
import { replacementText } from './rewrite/replacement-text.ts'
import { joinTextEdits } from './rewrite/text-edits.ts'
import { textRules } from './rules/rules.ts'
import { unlistedLanguage } from './rules/unlisted-language.ts'
import type { ScanOptions, SourceFile } from './scan.ts'
import { sha256 } from './sha256.ts'
import { Positions } from './syntax/positions.ts'
import { unparsedOutcomes } from './unparsed-outcomes.ts'

export interface FileScan {
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredFinding[]
  readonly rewrite?: FileRewrite
  readonly parsed: boolean
  readonly skipped?: string
}

function findingOf(
  file: SourceFile,
  positions: Positions,
  outcome: Outcome,
  options: ScanOptions,
): Finding | IgnoredFinding {
  const { match, unit, manual, fixable, ignoredBy } = outcome
  const start = positions.at(match.place.start)
  const end = positions.at(match.place.end)
  const replacement =
    manual !== undefined && unit && match.replacement
      ? replacementText(match.replacement, requestOf(unit, options))
      : match.paste?.code
  return {
    code: match.code,
    severity: issueCatalogue[match.code].severity,
    file: file.path,
    ...start,
    endLine: end.line,
    endColumn: end.column,
    language: unit?.language.name ?? match.paste?.language ?? 'text',
    confidence: unit?.commentedOut && match.confidence === 'high' ? 'medium' : match.confidence,
    ...(match.origin === undefined ? {} : { origin: match.origin }),
    fixable,
    commentedOut: unit?.commentedOut ?? false,
    secretInBrowser: match.secretInBrowser ?? false,
    notes: match.notes ?? [],
    ...(manual === undefined
      ? {}
      : { manual: { reason: manual, ...(replacement === undefined ? {} : { replacement }) } }),
    ...(ignoredBy ? { ignoredBy } : {}),
  }
}

function faultyIn(units: readonly ParsedUnit[]): number {
  return units.filter(({ unit, hasError }) => hasError && !unit.commentedOut).length
}

/** Whether the rewritten file parses as it did, and is left alone by a second run. */
async function isSettled(
  file: SourceFile,
  before: readonly ParsedUnit[],
  edits: readonly Edit[],
  parsers: Parsers,
  options: ScanOptions,
): Promise<boolean> {
  const after: SourceFile = { path: file.path, text: applyEdits(file.text, edits) }
  const units = await unitsOf(after, parsers, options)
  const parses = faultyIn(units) <= faultyIn(before)
  return parses && units.every((parsed) => decide(parsed, options).edits.length === 0)
}

async function rewriteOf(
  { path, text }: SourceFile,
  edits: readonly Edit[],
  codes: FileRewrite['codes'],
): Promise<FileRewrite> {
  const becomes = await sha256(applyEdits(text, edits))
  return { file: path, sha256: await sha256(text), becomes, edits, codes }
}

const generated = 'The file is generated: change what it is made from.'

/** What the rules on text find; in generated files only names and versions, which stay. */
function textOutcomes(file: SourceFile, options: ScanOptions): readonly Outcome[] {
  return textRules
    .filter((rule) => rule.appliesTo(file.path) && !(file.generated && rule === unlistedLanguage))
    .flatMap((rule) => [...rule.findText(file.text, file.path, options)])
    .map((match): Outcome => {
      const fixable = match.edits !== undefined && !file.generated
      return { match, unit: undefined, manual: file.generated ? generated : match.manual, fixable }
    })
}

/** What is found by words alone, where nothing was by its meaning. */
function outcomesByWords(
  file: SourceFile,
  units: readonly ParsedUnit[],
  parsed: readonly Outcome[],
  options: ScanOptions,
): readonly Outcome[] {
  const unparsed = file.generated ? [] : unparsedOutcomes(file, units, parsed)
  const isKnown = [...parsed, ...unparsed].some(({ match }) => match.code === 'legacy-hmac-code')
  const inText = textOutcomes(file, options).filter(
    ({ match }) => !(isKnown && match.paste !== undefined),
  )
  return [...unparsed, ...inText]
}

const unsettled = 'The rewritten file would not stand a second run.'

/** Outcomes of a file that is not changed after all. */
function unchanged(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.map((outcome) =>
    outcome.fixable ? { ...outcome, manual: unsettled, fixable: false } : outcome,
  )
}

function isIgnored(finding: Finding | IgnoredFinding): finding is IgnoredFinding {
  return 'ignoredBy' in finding
}

function codesOf(findings: readonly Finding[]): FileRewrite['codes'] {
  return [...new Set(findings.filter(({ fixable }) => fixable).map(({ code }) => code))]
}

export async function scanFile(
  file: SourceFile,
  parsers: Parsers,
  options: ScanOptions,
): Promise<FileScan> {
  const units = file.generated ? [] : await unitsOf(file, parsers, options)
  const decided = units.map((unit) => decide(unit, options))
  const parsed = decided.flatMap(({ outcomes }) => outcomes)
  const edits = decided.flatMap((each) => each.edits)
  const settled = edits.length === 0 || (await isSettled(file, units, edits, parsers, options))
  const positions = new Positions(file.text)
  const ignoring = ignoringIn(file.text, positions)
  const byWords = outcomesByWords(file, units, parsed, options).map((outcome): Outcome => {
    const ignoredBy = ignoring(outcome.match)
    return ignoredBy ? { ...outcome, fixable: false, ignoredBy } : outcome
  })
  const all = [...(settled ? parsed : unchanged(parsed)), ...byWords]
    .map((outcome) => findingOf(file, positions, outcome, options))
    .sort((a, b) => a.line - b.line || a.column - b.column)
  const findings = all.filter((finding) => !isIgnored(finding))
  const joined = joinTextEdits(
    settled ? edits : [],
    byWords.flatMap(({ match, fixable }) => (fixable ? (match.edits ?? []) : [])),
    file.path,
    textRules,
    options,
  )
  return {
    findings,
    ignored: all.filter(isIgnored),
    parsed: units.length > 0,
    ...(joined.length > 0 ? { rewrite: await rewriteOf(file, joined, codesOf(findings)) } : {}),
  }
}
