import { isBrowserCode } from './meanings/browser-code.ts'
import { newSdkMajor } from './rules/legacy-package.ts'
import type { Unit } from './rules/rule.ts'
import { applies, rules } from './rules/rules.ts'
import type { ScanOptions, SourceFile } from './scan.ts'
import { commentedParts } from './syntax/comments.ts'
import type { createParsers, Part } from './syntax/parser.ts'
import { type Region, regionsOf } from './syntax/regions.ts'
import { Evaluator } from './terms/evaluator.ts'

export type Parsers = ReturnType<typeof createParsers>

const words = new RegExp(rules.flatMap((rule) => rule.markers).join('|'), 'i')

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
function unitOptions({ text }: SourceFile, options: ScanOptions): Unit['options'] {
  const renamed = options.renamePackage === true && text.includes('@zoomus/websdk')
  return renamed ? { sdkMajor: newSdkMajor } : options
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
    options: unitOptions(file, options),
    inBrowser: region.inPage || isBrowserCode(file.path, file.text, region.language.name),
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
      units.push(await unitOf(file, region, part, parsers, options))
    }
  }
  return units
}
