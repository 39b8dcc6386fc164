import { relative, resolve } from 'node:path'
import type { Call } from '../command.ts'
import { type Config, readConfig } from '../config/read-config.ts'
import { fileFault } from '../files/file-fault.ts'
import { select } from '../files/selection.ts'
import { toReport } from '../report/to-report.ts'
import { parseFileReports, writeOrRefuse, writeReports } from '../report/write-reports.ts'
import type { Result } from '../result.ts'
import { rewriteOptionsOf } from '../rewrite/rewrite-options.ts'
import { toText } from '../terminal/style.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import { applyBaseline, type Baseline, parseBaseline, toBaseline } from './baseline.ts'
import { renderWarnings } from './render-warnings.ts'
import type { ScanRows } from './scan-options.ts'
import { scanTree } from './scan-tree.ts'

const defaultBaseline = 'sigshift-baseline.json'
const maximumBytes = 20_000_000

function baselinePath(
  { baseline, writeBaseline }: Call<ScanRows>['options'],
  { folder, values }: Config,
  cwd: string,
): string | undefined {
  if (baseline !== undefined) return resolve(cwd, baseline)
  if (values.baseline !== undefined) return resolve(folder, values.baseline)
  return writeBaseline ? resolve(cwd, defaultBaseline) : undefined
}

async function readBaseline(path: string, { cwd, readFile }: World): Promise<Baseline> {
  const name = relative(cwd, path)
  try {
    return parseBaseline(await readFile(path, maximumBytes), name)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(
      `The baseline ${name} cannot be read: ${fileFault(error)}.`,
      'Write it first: sigshift scan --write-baseline.',
    )
  }
}

/** Finds, judges nothing twice, and writes nothing but the reports and the baseline. */
export async function runScan({ args, options }: Call<ScanRows>, world: World): Promise<Result> {
  parseFileReports(options.report ?? [])
  const selection = await select(args, world.cwd)
  const config = await readConfig(options.config, selection.root, world)
  const path = baselinePath(options, config, world.cwd)
  const baseline =
    path !== undefined && !options.writeBaseline ? await readBaseline(path, world) : undefined
  const tree = await scanTree(selection, config, rewriteOptionsOf(options, config), world)

  if (options.writeBaseline && path !== undefined) {
    const written = toBaseline(tree.findings)
    await writeOrRefuse(path, `${JSON.stringify(written, null, 2)}\n`, world)
    const words = `Wrote ${written.findings.length} findings into ${relative(world.cwd, path)}.`
    return { exitCode: 0, stdout: toText([words], world.stdout), stderr: '' }
  }
  const findings = baseline ? applyBaseline(tree.findings, baseline) : tree.findings
  const report = toReport('scan', { ...tree, findings }, [])
  const exitCode = report.findings.length === 0 ? 0 : 1
  const result = await writeReports(report, exitCode, options, world)
  return { ...result, stderr: renderWarnings(tree.warnings, world.stderr) }
}
