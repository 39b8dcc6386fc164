import { plan } from '@sigshift/migrate'
import type { Call } from '../command.ts'
import { readConfig } from '../config/read-config.ts'
import { type Selection, select } from '../files/selection.ts'
import type { Change, Report } from '../report/report.ts'
import { toReport } from '../report/to-report.ts'
import { parseFileReports, writeOrRefuse, writeReports } from '../report/write-reports.ts'
import type { Result } from '../result.ts'
import { rewriteOptionsOf } from '../rewrite/rewrite-options.ts'
import { renderWarnings } from '../scan/render-warnings.ts'
import { scanTree, type TreeScan } from '../scan/scan-tree.ts'
import type { World } from '../world.ts'
import { carryOut, refuseUnlessClean } from './carry-out.ts'
import { choose } from './choose.ts'
import { hintOf } from './hint.ts'
import type { MigrateRows } from './migrate-options.ts'
import { type Mode, modeOf } from './mode.ts'
import { readPlan } from './plan-file.ts'
import { preview } from './preview.ts'

type Options = Call<MigrateRows>['options']

async function applyStored(
  { root }: Selection,
  path: string,
  options: Options,
  world: World,
): Promise<Result> {
  const stored = await readPlan(path, world)
  const changes = stored.files.map(
    ({ file, codes }): Change => ({ file, codes, outcome: 'pending' }),
  )
  if (!options.allowDirty) await refuseUnlessClean(root, stored, world)
  const done = await carryOut(root, stored, changes)
  const hint = await hintOf(
    { mode: 'apply', planPath: path, root, changes: done, rewrites: stored.files },
    world,
  )
  const nothing = { findings: [], placed: [], scanned: 0, parsed: 0, skipped: [] }
  const report: Report = {
    ...toReport('migrate', nothing, done),
    isOfPlan: true,
    ...(hint === '' ? {} : { hint }),
  }
  const isDone = done.every(({ outcome }) => outcome === 'written' || outcome === 'already-applied')
  return writeReports(report, isDone ? 0 : 1, options, world)
}

/** What is written is asked for first, lest answers are given for nothing. */
async function carryOutMode(
  mode: Mode,
  tree: TreeScan,
  previews: readonly Change[],
  options: Options,
  world: World,
): Promise<readonly Change[]> {
  const whole = plan(tree)
  if (mode === 'check') return previews.map(({ diff: _, ...change }) => change)
  if (mode === 'plan') {
    // New code can hold a secret that the old code held.
    const text = `${JSON.stringify(whole, null, 2)}\n`
    await writeOrRefuse(options.plan ?? '', text, world, 0o600)
  }
  if (mode !== 'write' && mode !== 'interactive') return previews
  if (!options.allowDirty) await refuseUnlessClean(tree.root, whole, world)
  if (mode === 'write') return carryOut(tree.root, whole, previews)
  const wanted = await choose(previews, world)
  return carryOut(
    tree.root,
    plan(tree, ({ file }) => wanted.has(file)),
    previews,
  )
}

function exitCodeOf(mode: Mode, { findings, changes }: Report): 0 | 1 {
  const isPending = changes.some(({ outcome }) => outcome === 'pending')
  return isPending || (mode !== 'check' && findings.length > 0) ? 1 : 0
}

/** Shows what would be rewritten; rewrites where that was asked for. */
export async function runMigrate(
  { args, options }: Call<MigrateRows>,
  world: World,
): Promise<Result> {
  parseFileReports(options.report ?? [])
  const mode = modeOf(options)
  const selection = await select(args, world.cwd)
  if (options.apply !== undefined) return applyStored(selection, options.apply, options, world)

  const config = await readConfig(options.config, selection.root, world)
  const tree = await scanTree(selection, config, rewriteOptionsOf(options, config), world)
  const previews: Change[] = []
  for (const rewrite of tree.rewrites) previews.push(await preview(selection.root, rewrite))
  const changes = await carryOutMode(mode, tree, previews, options, world)
  const { root, rewrites } = tree
  const hint = await hintOf({ mode, planPath: options.plan, root, changes, rewrites }, world)
  const report: Report = {
    ...toReport('migrate', tree, changes),
    ...(mode === 'check' ? { isBrief: true } : {}),
    ...(hint === '' ? {} : { hint }),
  }
  const result = await writeReports(report, exitCodeOf(mode, report), options, world)
  return { ...result, stderr: renderWarnings(tree.warnings, world.stderr) }
}
