import { isBrowserCode } from './meanings/browser-code.ts'
import { keyInJoin } from './rules/key-in-join.ts'
import { newSdkMajor } from './rules/legacy-package.ts'
import type { Unit } from './rules/rule.ts'
import { applies, rules } from './rules/rules.ts'
import type { ScanOptions, SourceFile } from './scan.ts'
import { commentedParts } from './syntax/comments.ts'
import type { createParsers, ParsedText, Part } from './syntax/parser.ts'
import { afterTag, type Region, regionsOf } from './syntax/regions.ts'
import { reshaped } from './syntax/reshape.ts'
import { descendants, type SyntaxNode } from './syntax/syntax-node.ts'
import { Evaluator } from './terms/evaluator.ts'

export type Parsers = ReturnType<typeof createParsers>

const words = new RegExp(rules.flatMap((rule) => rule.markers).join('|'), 'i')

const escaped = (word: string): string => word.replace(/[(/.]/g, '\\$&')
/** What places of findings are named with, there or where what they rest on stands. */
const named = new RegExp(
  rules
    .flatMap(({ markers, besides = [], common = [] }) => [...markers, ...besides, ...common])
    .map(escaped)
    .join('|'),
  'i',
)

function worth(text: string): boolean {
  if (!words.test(text)) return false
  const lowerCase = text.toLowerCase()
  return rules.some((rule) => applies(rule, lowerCase))
}

/** Prose names things too; code that was switched off calls something. */
function worthAsComment(text: string): boolean {
  return /\w\s*\(/.test(text) && worth(text)
}

export interface ParsedUnit {
  readonly unit: Unit
  readonly hasError: boolean
}

/** Where the package is renamed, the file is written for the version that it is renamed to. */
async function unitOptions(
  { path, text }: SourceFile,
  { renamePackage, sdkMajor }: ScanOptions,
): Promise<Unit['options']> {
  if (!applies(keyInJoin, text.toLowerCase())) return {}
  if (renamePackage === true && text.includes('@zoomus/websdk')) return { sdkMajor: newSdkMajor }
  const major = typeof sdkMajor === 'function' ? await sdkMajor(path, text) : sdkMajor
  return major === undefined ? {} : { sdkMajor: major }
}

/** What is not switched off; where everything is, all of it. */
function liveText(root: SyntaxNode, text: string): string {
  const pieces: string[] = []
  let end = root.start
  for (const node of descendants(root)) {
    if (!node.type.endsWith('comment')) continue
    pieces.push(text.slice(end, node.start))
    end = node.end
  }
  const live = [...pieces, text.slice(end, root.end)].join('')
  return live.trim() === '' ? root.text : live
}

/** Babel takes types in JavaScript too, as in `declare var ZoomMtg`. */
async function parsed(
  { text }: SourceFile,
  region: Region,
  part: Part,
  parsers: Parsers,
): Promise<ParsedText> {
  const { grammar, grammarWithTypes, reserved } = region.language
  const relevance = reserved && part === region ? { words: named, reserved } : undefined
  const plain = (await parsers(grammar))(text, part, relevance)
  if (!plain.hasError || part !== region || grammarWithTypes === undefined) return plain
  const typed = (await parsers(grammarWithTypes))(text, part, relevance)
  return typed.hasError ? plain : typed
}

async function unitOf(
  file: SourceFile,
  region: Region,
  part: Part,
  parsers: Parsers,
  options: ScanOptions,
  live?: Unit,
): Promise<ParsedUnit> {
  const { root: tree, hasError } = await parsed(file, region, part, parsers)
  const { reshape } = region.language
  const root = reshape ? reshaped(tree, file.text, reshape) : tree
  const unit: Unit = {
    file: file.path,
    text: file.text,
    root,
    language: region.language,
    evaluator: new Evaluator(region.language, root),
    commentedOut: part !== region,
    options: live?.options ?? (await unitOptions(file, options)),
    inBrowser:
      live?.inBrowser ??
      (region.inPage ||
        isBrowserCode(file.path, root.text, liveText(root, file.text), region.language.name)),
  }
  return { unit, hasError }
}

/** The parts of a file that are worth a look, parsed; commented-out code is a part of its own. */
export async function unitsOf(
  file: SourceFile,
  parsers: Parsers,
  options: ScanOptions,
): Promise<readonly ParsedUnit[]> {
  const units: ParsedUnit[] = []
  for (const region of regionsOf(file.path, file.text)) {
    if (!worth(file.text.slice(region.start, region.end))) continue
    const live = await unitOf(file, region, region, parsers, options)
    units.push(live)
    for (const part of commentedParts(live.unit.root, file.text, worthAsComment)) {
      const code = afterTag(part, file.text, region.language)
      units.push(await unitOf(file, region, code, parsers, options, live.unit))
    }
  }
  return units
}
