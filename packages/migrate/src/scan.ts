import { Dependencies, isManifest } from './dependencies.ts'
import type { FileRewrite, Finding, ScanReport, ScanSummary, SkippedFile } from './finding.ts'
import { markers } from './rules/rules.ts'
import { type FileScan, scanFile } from './scan-file.ts'
import { createParsers, type GrammarSource } from './syntax/parser.ts'

export interface SourceFile {
  /** As findings name it; the extension tells the language. */
  readonly path: string
  readonly text: string
}

export interface ScanOptions {
  /** Where grammars come from; `@sigshift/migrate/node` has the source for Node. */
  readonly grammars: GrammarSource
  /** Rewrite JavaScript with node:crypto alone, without `@sigshift/signer`. */
  readonly standalone?: boolean
  /** Where pages are to fetch their signature from. */
  readonly endpoint?: string
  /** The major version of the installed Web SDK: from 4 on `sdkKey` goes out of `join`. */
  readonly sdkMajor?: number
  /** New names of environment variables: `{ ZOOM_JWT_API_KEY: 'ZOOM_MEETING_SDK_KEY' }`. */
  readonly renameEnv?: Readonly<Record<string, string>>
  /** Put `@zoom/meetingsdk` where `@zoomus/websdk` is imported, and into `package.json`. */
  readonly renamePackage?: boolean
  /** Called after each file. */
  readonly onFile?: (file: string) => void
}

const words = new RegExp(markers.join('|'), 'i')

/**
 * Whether a file can hold a finding at all; cheap, and never wrong on the side of silence. `also`
 * are further words to look for: the names that `renameEnv` renames.
 */
export function isWorthParsing(text: string, path = '', also: readonly string[] = []): boolean {
  return words.test(text) || isManifest(path) || also.some((word) => text.includes(word))
}

/** A file that breaks the engine must not end the scan of the others. */
async function scanSafely(
  ...[file, parsers, options]: Parameters<typeof scanFile>
): Promise<FileScan> {
  try {
    return await scanFile(file, parsers, options)
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error
    return { findings: [], parsed: false, skipped: `could not be analysed: ${error.message}` }
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
  const rewrites: FileRewrite[] = []
  const skipped: SkippedFile[] = []
  const dependencies = new Dependencies()
  const also = Object.keys(options.renameEnv ?? {})
  let scanned = 0
  let parsed = 0
  for await (const file of files) {
    scanned += 1
    if (isWorthParsing(file.text, file.path, also)) {
      const result = await scanSafely(file, parsers, options)
      parsed += result.parsed ? 1 : 0
      findings.push(...result.findings)
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
    rewrites: withManifests(
      rewrites,
      manifests.map(({ rewrite }) => rewrite),
    ),
    summary: summaryOf(findings, { scanned, parsed, skipped }),
  }
}
