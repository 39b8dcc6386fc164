import type { Outcome } from './decide.ts'
import type { ParsedUnit } from './parsed-units.ts'
import type { Unit } from './rules/rule.ts'
import { textMatches } from './rules/unparsed-code.ts'
import type { SourceFile } from './scan.ts'
import { isMarkdown, isPage } from './syntax/regions.ts'
import { descendants, type SyntaxNode } from './syntax/syntax-node.ts'

interface Dark {
  readonly reason: string
  readonly unit?: Unit
}

const inOtherCode: Dark = { reason: 'The code is text inside other code.' }

/** How far a finding reaches that says the same already. */
const near = 200

const holds = ({ root }: Unit, offset: number): boolean => root.start <= offset && offset < root.end

function isInString(root: SyntaxNode, offset: number): boolean {
  return descendants(root).some(
    ({ type, start, end }) =>
      start <= offset && offset < end && /string|heredoc|nowdoc|text/.test(type),
  )
}

/** Why no grammar read a place; nothing where one did. */
function darkAt(offset: number, units: readonly ParsedUnit[]): Dark | undefined {
  const [live, comment] = [false, true].map((commentedOut) =>
    units.find(({ unit }) => unit.commentedOut === commentedOut && holds(unit, offset)),
  )
  if (comment?.hasError) return { reason: 'The code is commented out.', unit: comment.unit }
  if (!live) return { reason: 'This part is in no language that is parsed.' }
  if (live.hasError) return { reason: 'The file does not parse.', unit: live.unit }
  const isScript = /^(?:javascript|typescript|tsx)$/.test(live.unit.language.name)
  return !isScript && isInString(live.unit.root, offset) ? inOtherCode : undefined
}

/** Whether a place of a Markdown file is in a block of code. */
function isInBlock(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset)
  const fences = text.slice(0, offset).match(/^[ \t]*(?:`{3}|~{3})/gm)?.length ?? 0
  return /^(?: {4}|\t)/.test(line) || fences % 2 === 1
}

/** Names of algorithms are strings in every language, and prose tells of the recipe. */
function isRecipe({ path, text }: SourceFile, dark: Dark, offset: number): boolean {
  if (dark === inOtherCode) return false
  return dark.unit !== undefined || (isMarkdown(path) && isInBlock(text, offset))
}

/** Old code in places that could not be parsed, where nothing was found by its meaning. */
export function unparsedOutcomes(
  file: SourceFile,
  units: readonly ParsedUnit[],
  known: readonly Outcome[],
): readonly Outcome[] {
  const { path, text } = file
  const inPage = isPage(path) || units.some(({ unit }) => unit.inBrowser)
  return textMatches(text, inPage).flatMap(({ code, place }): Outcome[] => {
    const dark = darkAt(place.start, units)
    const isKnown = known.some(
      ({ match }) =>
        match.code === code &&
        match.place.start - near < place.end &&
        place.start < match.place.end + near,
    )
    if (!dark || isKnown) return []
    if (code === 'legacy-hmac-code' && !isRecipe(file, dark, place.start)) return []
    const { reason: manual, unit } = dark
    const secretInBrowser = code !== 'legacy-hmac-code' && code !== 'api-key-in-join'
    const match = { code, place, confidence: 'low', secretInBrowser } as const
    return [{ match, unit, manual, fixable: false }]
  })
}
