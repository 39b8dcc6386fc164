import { join } from 'node:path'
import {
  type FileRewrite,
  type Finding,
  type ScanOptions,
  type SkippedFile,
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
import { createProgress } from './progress.ts'
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
}

export type RewriteOptions = Omit<ScanOptions, 'grammars' | 'onFile'>

function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(findings, ({ file }) => file)
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
  const report = await scan(files, { ...options, grammars: grammarFiles })

  const ignoredCodes = new Set(values.ignoreCodes)
  const findings: ShownFinding[] = []
  const warnings: string[] = []
  for (const [file, found] of byFile(report.findings)) {
    const read = await readText(join(root, file))
    const annotated = annotateFile(file, 'text' in read ? read.text : '', found, ignoredCodes)
    findings.push(...annotated.findings)
    warnings.push(...annotated.warnings)
  }
  progress.end()
  return {
    root,
    ...dropRewrites(findings, report.rewrites),
    warnings,
    scanned,
    parsed: report.summary.parsed,
    skipped: [...skipped, ...report.summary.skipped],
  }
}
