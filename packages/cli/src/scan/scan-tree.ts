import { join } from 'node:path'
import {
  type FileRewrite,
  type Finding,
  type ScanOptions,
  type SkippedFile,
  type SourceFile,
  scan,
} from '@sigshift/migrate'
import { grammarFiles } from '@sigshift/migrate/node'
import type { Config } from '../config/read-config.ts'
import { readText } from '../files/read-text.ts'
import type { Selection } from '../files/selection.ts'
import { treeFiles } from '../files/tree-files.ts'
import type { World } from '../world.ts'
import { annotateFile } from './annotate-file.ts'
import { dropRewrites } from './drop-rewrites.ts'
import { faultyIgnoreComments } from './ignore-comments.ts'
import { createProgress } from './progress.ts'
import { readSdkMajor, type SdkVersion, sdkVersionsIn } from './sdk-versions.ts'
import type { ShownFinding } from './shown-finding.ts'

/** What a scan of a tree came to. */
export interface TreeScan {
  readonly root: string
  readonly findings: readonly ShownFinding[]
  readonly rewrites: readonly FileRewrite[]
  readonly warnings: readonly string[]
  readonly scanned: number
  readonly parsed: number
  readonly skipped: readonly SkippedFile[]
  /** Versions of the web SDK that manifests and lockfiles name. */
  readonly sdkVersions: readonly SdkVersion[]
}

export type RewriteOptions = Omit<ScanOptions, 'grammars' | 'onFile'>

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
  let scanned = 0
  const files = treeFiles(selection, {
    ignore: { folder, patterns: values.ignore ?? [] },
    onRead: (file) => {
      scanned += 1
      progress.show(scanned, file)
    },
    onSkip: (file) => skipped.push(file),
  })
  const sdkVersions: SdkVersion[] = []
  const warnings: string[] = []
  const tapped = tap(files, ({ path, text }) => {
    sdkVersions.push(...sdkVersionsIn(path, text))
    warnings.push(...faultyIgnoreComments(path, text))
  })
  const sdkMajor = await readSdkMajor(root)
  const report = await scan(tapped, {
    ...(sdkMajor === undefined ? {} : { sdkMajor }),
    ...options,
    grammars: grammarFiles,
  })

  const ignoredCodes = new Set(values.ignoreCodes)
  const findings: ShownFinding[] = []
  for (const [file, found] of byFile(report.findings)) {
    const read = await readText(join(root, file))
    findings.push(...annotateFile(file, 'text' in read ? read.text : '', found, ignoredCodes))
  }
  progress.end()
  return {
    root,
    ...dropRewrites(findings, report.rewrites),
    warnings,
    scanned,
    parsed: report.summary.parsed,
    // Files are read ahead, so their order says nothing; the same tree gives the same report.
    skipped: [...skipped, ...report.summary.skipped].sort((a, b) => (a.file < b.file ? -1 : 1)),
    sdkVersions,
  }
}
