import { resolve } from 'node:path'
import { type MigrationPlan, plan } from '@sigshift/migrate'
import { apply } from '@sigshift/migrate/node'
import type { Call } from '../command.ts'
import { type Config, readConfig } from '../config/read-config.ts'
import { type Selection, select } from '../files/selection.ts'
import type { Change, Report } from '../report/report.ts'
import { toReport } from '../report/to-report.ts'
import { parseFileReports, writeOrRefuse, writeReports } from '../report/write-reports.ts'
import type { Result } from '../result.ts'
import { renderWarnings } from '../scan/render-warnings.ts'
import { scanTree } from '../scan/scan-tree.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import { choose } from './choose.ts'
import { hintOf } from './hint.ts'
import type { MigrateRows } from './migrate-options.ts'
import { checkEndpoint, type Mode, modeOf } from './mode.ts'
import { parsePlan } from './plan-file.ts'
import { preview } from './preview.ts'
import { refuseDirty } from './refuse-dirty.ts'

type Options = Call<MigrateRows>['options']

const maximumPlanBytes = 200_000_000

async function refuseUnlessAllowed(
  { root }: Selection,
  { files }: MigrationPlan,
  { allowDirty }: Options,
  world: World,
): Promise<void> {
  if (!allowDirty)
    await refuseDirty(
      root,
      files.map(({ file }) => file),
      world,
    )
}

/** Writes the files of a plan, and tells what became of each. */
async function carryOut(
  selection: Selection,
  toApply: MigrationPlan,
  changes: readonly Change[],
  options: Options,
  world: World,
): Promise<readonly Change[]> {
  await refuseUnlessAllowed(selection, toApply, options, world)
  const applied = await apply(toApply, selection.root)
  const outcomes = new Map(applied.map(({ file, outcome }) => [file, outcome]))
  return changes.map((change) => ({ ...change, outcome: outcomes.get(change.file) ?? 'declined' }))
}

async function readPlan(path: string, { cwd, readFile }: World): Promise<MigrationPlan> {
  try {
    return parsePlan(await readFile(resolve(cwd, path), maximumPlanBytes), path)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const { code = 'too large' } = error as NodeJS.ErrnoException
    throw new UsageError(`The plan ${path} cannot be read: ${code}.`, 'Name a file of --plan.')
  }
}

async function applyStored(
  selection: Selection,
  path: string,
  options: Options,
  world: World,
): Promise<Result> {
  const stored = await readPlan(path, world)
  const changes = stored.files.map(
    ({ file, codes }): Change => ({ file, codes, outcome: 'pending' }),
  )
  const done = await carryOut(selection, stored, changes, options, world)
  const empty = { findings: [], scanned: 0, parsed: 0, skipped: [] }
  const report = toReport('migrate', empty, done)
  const exitCode = done.every(({ outcome }) => outcome === 'written') ? 0 : 1
  return writeReports(report, exitCode, options, world)
}

function exitCodeOf(mode: Mode, { findings, changes }: Report): 0 | 1 {
  const isPending = changes.some(({ outcome }) => outcome === 'pending')
  return isPending || (mode !== 'check' && findings.length > 0) ? 1 : 0
}

function rewriteOptions(
  options: Options,
  { values }: Config,
): { readonly standalone: boolean; readonly endpoint?: string } {
  const endpoint = checkEndpoint(options.endpoint ?? values.endpoint)
  return {
    standalone: options.standalone ?? values.standalone ?? false,
    ...(endpoint === undefined ? {} : { endpoint }),
  }
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
  const tree = await scanTree(selection, config, rewriteOptions(options, config), world)
  const previews: Change[] = []
  for (const rewrite of tree.rewrites) previews.push(await preview(selection.root, rewrite))

  let changes: readonly Change[] = previews
  if (mode === 'check') changes = previews.map(({ diff: _, ...change }) => change)
  if (mode === 'plan') {
    // New code can hold a secret that the old code held.
    const text = `${JSON.stringify(plan(tree), null, 2)}\n`
    await writeOrRefuse(options.plan ?? '', text, world, 0o600)
  }
  if (mode === 'write') changes = await carryOut(selection, plan(tree), previews, options, world)
  if (mode === 'interactive') {
    // Before anything is asked, lest the answers were for nothing.
    await refuseUnlessAllowed(selection, plan(tree), options, world)
    const wanted = await choose(previews, world)
    const chosen = plan(tree, ({ file }) => wanted.has(file))
    changes = await carryOut(selection, chosen, previews, options, world)
  }
  const hint = hintOf(mode, options.plan, changes, tree.rewrites)
  const report: Report = {
    ...toReport('migrate', tree, changes),
    ...(mode === 'check' ? { isBrief: true } : {}),
    ...(hint === '' ? {} : { hint }),
  }
  const result = await writeReports(report, exitCodeOf(mode, report), options, world)
  return { ...result, stderr: renderWarnings(tree.warnings, world.stderr) }
}
