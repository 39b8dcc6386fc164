import { Dependencies, isManifest } from './dependencies.ts'
import type {
  FileRewrite,
  Finding,
  IgnoredFinding,
  ScanReport,
  ScanSummary,
  SkippedFile,
} from './finding.ts'
import { markers } from './rules/rules.ts'
import { type FileScan, scanFile } from './scan-file.ts'
import { createParsers, GrammarError, type GrammarSource } from './syntax/parser.ts'
import { createWordSearch, type Words } from './word-search.ts'

export interface SourceFile {
  /** As findings name it; the extension tells the language. */
  readonly path: string
  readonly text: string
  /** Made by a program, so that only names and versions are looked for and nothing is changed. */
  readonly generated?: boolean
}

export interface ScanOptions {
  /** Where grammars come from; `@sigshift/migrate/node` has the source for Node. */
  readonly grammars: GrammarSource
  /** Rewrite JavaScript with node:crypto alone, without `@sigshift/signer`. */
  readonly standalone?: boolean
  /** Where pages are to fetch their signature from. */
  readonly endpoint?: string
  /**
   * The major version of the installed Web SDK, or of the one that a file is written for: from 4 on
   * `sdkKey` goes out of `join`. It is asked only of files with code for the SDK.
   */
  readonly sdkMajor?:
    | number
    | ((file: string, text: string) => number | undefined | Promise<number | undefined>)
  /** New names of environment variables: `{ ZOOM_JWT_API_KEY: 'ZOOM_MEETING_SDK_KEY' }`. */
  readonly renameEnv?: Readonly<Record<string, string>>
  /** Put `@zoom/meetingsdk` where `@zoomus/websdk` is imported, and into `package.json`. */
  readonly renamePackage?: boolean
  /** Called after each file. */
  readonly onFile?: (file: string) => void
}

/** Words, one of which is in each file that can hold a finding. `also` are the names to rename. */
export function wordsToFind(also: readonly string[] = []): Words {
  return { anyCase: markers, exact: also }
}

/**
 * Tells by the bytes of files whether they can hold a finding at all; cheap, and never wrong on the
 * side of silence. `also` are further words to look for: the names that `renameEnv` renames.
 */
export function parsingWorth(
  also: readonly string[] = [],
): (bytes: Uint8Array, path: string) => boolean {
  const holdsWord = createWordSearch(wordsToFind(also))
  return (bytes, path) => holdsWord(bytes) || isManifest(path)
}

const worthByRules = parsingWorth()

/** The same for one text. */
export function isWorthParsing(text: string, path = '', also: readonly string[] = []): boolean {
  const isWorth = also.length === 0 ? worthByRules : parsingWorth(also)
  return isWorth(new TextEncoder().encode(text), path)
}

/** A file that breaks the engine must not end the scan of the others. */
async function scanSafely(
  ...[file, parsers, options]: Parameters<typeof scanFile>
): Promise<FileScan> {
  try {
    return await scanFile(file, parsers, options)
  } catch (error) {
    if (error instanceof GrammarError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    return {
      findings: [],
      ignored: [],
      parsed: false,
      skipped: `could not be analysed: ${reason}`,
    }
  }
}

/** The rewrites of manifests take the place of earlier ones of the same files, and come last. */
function withManifests(
  rewrites: readonly FileRewrite[],
  manifests: readonly FileRewrite[],
): readonly FileRewrite[] {
  const replaced = new Set(manifests.map(({ file }) => file))
  return [...rewrites.filter(({ file }) => !replaced.has(file)), ...manifests]
}

function summaryOf(
  findings: readonly Finding[],
  counts: Pick<ScanSummary, 'scanned' | 'parsed' | 'skipped'>,
): ScanSummary {
  const fixable = findings.filter((finding) => finding.fixable).length
  const manual = findings.filter((finding) => finding.manual).length
  return { ...counts, found: findings.length, fixable, manual }
}

/**
 * Finds old signature code in files and works out what each would become. Reads nothing but what
 * it is given and writes nothing.
 */
export async function scan(
  files: Iterable<SourceFile> | AsyncIterable<SourceFile>,
  options: ScanOptions,
): Promise<ScanReport> {
  const parsers = createParsers(options.grammars)
  const findings: Finding[] = []
  const ignored: IgnoredFinding[] = []
  const rewrites: FileRewrite[] = []
  const skipped: SkippedFile[] = []
  const dependencies = new Dependencies()
  const isWorth = parsingWorth(Object.keys(options.renameEnv ?? {}))
  const encoder = new TextEncoder()
  let scanned = 0
  let parsed = 0
  for await (const file of files) {
    scanned += 1
    if (isWorth(encoder.encode(file.text), file.path)) {
      const result = await scanSafely(file, parsers, options)
      parsed += result.parsed ? 1 : 0
      findings.push(...result.findings)
      ignored.push(...result.ignored)
      if (result.rewrite) rewrites.push(result.rewrite)
      if (result.skipped) skipped.push({ file: file.path, reason: result.skipped })
      await dependencies.note(file, result.rewrite)
    }
    options.onFile?.(file.path)
  }
  const manifests = await dependencies.changes(rewrites)
  findings.push(...manifests.flatMap((change) => change.findings))
  return {
    findings,
    ignored,
    rewrites: withManifests(
      rewrites,
      manifests.map(({ rewrite }) => rewrite),
    ),
    summary: summaryOf(findings, { scanned, parsed, skipped }),
  }
}
