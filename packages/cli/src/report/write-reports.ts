import { resolve } from 'node:path'
import { fileFault } from '../files/file-fault.ts'
import type { ExitCode, Result } from '../result.ts'
import { toText } from '../terminal/style.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import { renderGithub } from './render-github.ts'
import { renderJson } from './render-json.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderSarif } from './render-sarif.ts'
import { renderText } from './render-text.ts'
import type { Report } from './report.ts'
import { type Format, formats } from './report-options.ts'
import { totalsOf } from './totals.ts'

const renderers: Readonly<Record<Format, (report: Report, terminal: Terminal) => string>> = {
  text: renderText,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
  markdown: renderMarkdown,
}

/** A file has no columns and no colours. */
const plain: Terminal = { columns: 100, colour: false, unicode: true }

interface FileReport {
  readonly format: Format
  readonly path: string
}

/** Which reports were asked for. */
export interface ReportOptions {
  readonly format: Format | undefined
  readonly output: string | undefined
  readonly report: readonly string[] | undefined
}

/** @throws {UsageError} where a value of `--report` is not `format=file`. */
export function parseFileReports(rows: readonly string[]): readonly FileReport[] {
  return rows.map((row) => {
    const [name = '', ...rest] = row.split('=')
    const format = formats.find((each) => each === name)
    const path = rest.join('=')
    if (format !== undefined && path !== '') return { format, path }
    throw new UsageError(
      `--report ${row} is not a format and a file.`,
      `Write it as --report sarif=sigshift.sarif; formats are ${formats.join(', ')}.`,
    )
  })
}

/** @throws {UsageError} where the file cannot be written. */
export async function writeOrRefuse(
  path: string,
  text: string,
  { cwd, writeFile }: World,
  mode = 0o644,
): Promise<void> {
  try {
    await writeFile(resolve(cwd, path), text, mode)
  } catch (error) {
    throw new UsageError(
      `${path} cannot be written: ${fileFault(error)}.`,
      'Name a file in a folder that exists and may be written to.',
    )
  }
}

/** Writes the report where it was asked for; with `--output` the totals alone are printed. */
export async function writeReports(
  report: Report,
  exitCode: ExitCode,
  { format = 'text', output, report: rows = [] }: ReportOptions,
  world: World,
): Promise<Result> {
  const files = parseFileReports(rows)
  for (const file of [...files, ...(output === undefined ? [] : [{ format, path: output }])]) {
    await writeOrRefuse(file.path, renderers[file.format](report, plain), world)
  }
  const stdout =
    output === undefined
      ? renderers[format](report, world.stdout)
      : toText(totalsOf(report), world.stdout)
  return { exitCode, stdout, stderr: '' }
}
