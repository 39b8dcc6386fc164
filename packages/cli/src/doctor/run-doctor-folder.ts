import { sdkHistory } from '@sigshift/spec'
import type { Call } from '../command.ts'
import { readConfig } from '../config/read-config.ts'
import type { Selection } from '../files/selection.ts'
import { renderText } from '../report/render-text.ts'
import { toReport } from '../report/to-report.ts'
import { jsonResult, type Result } from '../result.ts'
import { rewriteOptionsOf } from '../rewrite/rewrite-options.ts'
import { renderWarnings } from '../scan/render-warnings.ts'
import { scanTree } from '../scan/scan-tree.ts'
import type { SdkVersion } from '../scan/sdk-versions.ts'
import { renderFields } from '../terminal/fields.ts'
import { printable } from '../terminal/printable.ts'
import { toText } from '../terminal/style.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import type { DoctorRows } from './doctor-options.ts'

function numbersOf(version: string): readonly number[] {
  return (/\d+(?:\.\d+){0,2}/.exec(version)?.[0] ?? '').split('.').map(Number)
}

/** Whether a release came after a version; of a range its lowest version counts. */
function isLater(release: string, version: string): boolean {
  const [left, right] = [numbersOf(release), numbersOf(version)]
  const at = left.findIndex((number, i) => number !== (right[i] ?? 0))
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0)
}

/** Releases after the installed version that changed something about signatures. */
function changesSince(version: string): readonly { readonly version: string; change: string }[] {
  if (!/\d/.test(version)) return []
  return sdkHistory
    .filter((release) => isLater(release.version, version))
    .map(({ version: later, change }) => ({ version: later, change }))
}

function renderSdk(versions: readonly SdkVersion[], terminal: Terminal): readonly string[] {
  if (versions.length === 0) {
    return wrap('No manifest or lockfile names a version of Zoom’s web SDK.', terminal.columns)
  }
  return versions.flatMap(({ package: name, version, file }, i) => [
    ...(i === 0 ? [] : ['']),
    ...wrap(printable(`${name} ${version} in ${file}`), terminal.columns),
    ...renderFields(
      changesSince(version).map((later) => [`  since ${later.version}`, later.change] as const),
      terminal,
    ),
  ])
}

/** The source of an app in place of its endpoint: old code in it, and which SDK it installs. */
export async function runDoctorFolder(
  selection: Selection,
  { options }: Call<DoctorRows>,
  world: World,
): Promise<Result> {
  const { json, ...others } = options
  if (Object.values(others).some((value) => value !== undefined)) {
    throw new UsageError(
      'Of a folder nothing can be asked, so only --json goes with it.',
      'To examine an endpoint give its URL: sigshift doctor https://example.com/api/signature',
    )
  }
  const config = await readConfig(undefined, selection.root, world)
  const tree = await scanTree(selection, config, rewriteOptionsOf({}, config), world)
  const report = toReport('scan', tree, [])
  const exitCode = report.findings.length === 0 ? 0 : 1
  if (json) {
    const { findings, summary } = report
    const sdk = tree.sdkVersions.map((one) => ({ ...one, changes: changesSince(one.version) }))
    return jsonResult(exitCode, { sound: exitCode === 0, sdk, findings, summary })
  }
  const { stdout: terminal } = world
  const sdkText = toText(['', ...renderSdk(tree.sdkVersions, terminal)], terminal)
  return {
    exitCode,
    stdout: renderText(report, terminal) + sdkText,
    stderr: renderWarnings(tree.warnings, world.stderr),
  }
}
