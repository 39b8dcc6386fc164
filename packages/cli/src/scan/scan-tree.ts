import { join } from 'node:path'
import {
  type FileRewrite,
  type Finding,
  ignoreDirective,
  type ScanReport,
  type SkippedFile,
  type SourceFile,
  scan,
} from '@sigshift/migrate'
import { grammarFiles } from '@sigshift/migrate/node'
import type { Config } from '../config/read-config.ts'
import { readText } from '../files/read-text.ts'
import type { Selection } from '../files/selection.ts'
import { treeFiles } from '../files/tree-files.ts'
import type { RewriteOptions } from '../rewrite/rewrite-options.ts'
import { unseenSettings } from '../rewrite/unseen-settings.ts'
import type { World } from '../world.ts'
import { annotateFile, type ReadFile } from './annotate-file.ts'
import { dropRewrites } from './drop-rewrites.ts'
import { findSecrets, maskSecrets } from './find-secrets.ts'
import { ignoreWarnings } from './ignore-comments.ts'
import { type PlacedRewrite, placeEdits } from './placed-edits.ts'
import { createProgress } from './progress.ts'
import { SdkMajors } from './sdk-major.ts'
import { type SdkVersion, sdkVersionsIn } from './sdk-versions.ts'
import type { ShownFinding } from './shown-finding.ts'

/** What a scan of a tree came to. */
export interface TreeScan {
  readonly root: string
  readonly findings: readonly ShownFinding[]
  readonly rewrites: readonly FileRewrite[]
  /** The same by lines, but for those that would show a secret. */
  readonly placed: readonly PlacedRewrite[]
  readonly warnings: readonly string[]
  readonly scanned: number
  readonly parsed: number
  readonly skipped: readonly SkippedFile[]
  /** Versions of the web SDK that manifests and lockfiles name. */
  readonly sdkVersions: readonly SdkVersion[]
}

function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>()
  for (const finding of findings) {
    const sameFile = files.get(finding.file)
    if (sameFile) sameFile.push(finding)
    else files.set(finding.file, [finding])
  }
  return files
}

async function* tap(
  files: AsyncIterable<SourceFile>,
  look: (file: SourceFile) => void,
): AsyncGenerator<SourceFile> {
  for await (const file of files) {
    look(file)
    yield file
  }
}

async function readAgain(root: string, file: string): Promise<ReadFile> {
  const read = await readText(join(root, file))
  const text = 'text' in read ? read.text : ''
  const secrets = findSecrets(text)
  return { file, text, mask: (part) => maskSecrets(part, secrets) }
}

/** Names that no rule looks for, so that files with nothing but them are read too. */
function namesToFind({ renameEnv = {} }: RewriteOptions): readonly string[] {
  return Object.keys(renameEnv).filter((name) => !/zoom_jwt_/i.test(name))
}

/** Findings with their words, edits by lines, and comments that ignore nothing. */
async function describe(
  root: string,
  report: ScanReport,
  commented: ReadonlySet<string>,
  ignoredCodes: ReadonlySet<string>,
): Promise<Pick<TreeScan, 'findings' | 'rewrites' | 'placed' | 'warnings'>> {
  // What only follows from other rewrites is shown as a change of its file, not as a finding.
  const own = report.findings.filter(({ isConsequence }) => !isConsequence)
  const found = byFile([...own, ...report.ignored])
  const rewrites = new Map(report.rewrites.map((rewrite) => [rewrite.file, rewrite]))
  const findings: ShownFinding[] = []
  const warnings: string[] = []
  const placed: PlacedRewrite[] = []
  for (const file of new Set([...found.keys(), ...rewrites.keys(), ...commented])) {
    const read = await readAgain(root, file)
    const shown = annotateFile(read, found.get(file) ?? [], ignoredCodes)
    findings.push(...shown)
    if (commented.has(file)) warnings.push(...ignoreWarnings(file, read.text, shown))
    const rewrite = rewrites.get(file)
    const byLine = rewrite && placeEdits(rewrite, read.text, read.mask)
    if (byLine) placed.push(byLine)
  }
  const kept = dropRewrites(findings, report.rewrites)
  const keptFiles = new Set(kept.rewrites.map(({ file }) => file))
  return { ...kept, placed: placed.filter(({ file }) => keptFiles.has(file)), warnings }
}

/** Takes note, while files pass, of what is to be known of all of them. */
function createNotes(root: string) {
  const sdkVersions: SdkVersion[] = []
  const commented = new Set<string>()
  const majors = new SdkMajors(root)
  return {
    sdkVersions,
    /** Files with comments that ignore findings. */
    commented,
    sdkMajor: (path: string, text: string) => majors.ofFile(path, text),
    take: ({ path, text }: SourceFile): void => {
      sdkVersions.push(...sdkVersionsIn(path, text))
      if (text.includes(ignoreDirective)) commented.add(path)
    },
  }
}

/** Scans what is selected. Files with findings are read once more, to say what stands there. */
export async function scanTree(
  selection: Selection,
  { folder, values }: Config,
  options: RewriteOptions,
  world: World,
): Promise<TreeScan> {
  const { root } = selection
  const skipped: SkippedFile[] = []
  const progress = createProgress(world)
  const seen = new Set<string>()
  const files = treeFiles(selection, {
    ignore: { folder, patterns: values.ignore ?? [] },
    words: [ignoreDirective, ...namesToFind(options)],
    onRead: (file) => {
      seen.add(file)
      progress.show(seen.size, file)
    },
    onSkip: (file) => skipped.push(file),
  })
  const { take, sdkMajor, sdkVersions, commented } = createNotes(root)
  const report = await scan(tap(files, take), { ...options, sdkMajor, grammars: grammarFiles })
  const told = await describe(root, report, commented, new Set(values.ignoreCodes))
  const renamed = told.rewrites.filter(({ codes }) => codes.includes('legacy-env-name'))
  const renamedIn = renamed.map(({ file }) => file)
  const names = Object.keys(options.renameEnv ?? {})
  const unseen = await unseenSettings(root, renamedIn, seen, names)
  progress.end()
  return {
    root,
    ...told,
    warnings: [...told.warnings, ...unseen].sort(),
    scanned: seen.size,
    parsed: report.summary.parsed,
    // From the walk and from the analysis: by path, the same tree gives the same report.
    skipped: [...skipped, ...report.summary.skipped].sort((a, b) => (a.file < b.file ? -1 : 1)),
    sdkVersions,
  }
}
