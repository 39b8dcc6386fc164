import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fixture, fixturesFolder } from './fixtures.ts'

/** How the files of an extension are run; the first that is installed is taken. */
const runners: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '.cs': [['mono']],
  '.ex': [['elixir']],
  '.exs': [['elixir']],
  '.go': [['go', 'run']],
  '.java': [['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']],
  '.kt': [['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar']],
  '.js': [[process.execPath, '--no-warnings', '--conditions=@sigshift/source']],
  '.php': [['php', '-d', 'display_errors=stderr']],
  '.py': [['python3']],
  '.rb': [['ruby']],
}

/** A compiler's call, with the file that its runner takes. */
const compilers: Readonly<Record<string, readonly [built: string, ...command: string[]]>> = {
  '.cs': ['main.exe', 'mcs', '-nologo', '-langversion:7', '-out:main.exe'],
  '.kt': ['main.jar', 'kotlinc', '-nowarn', '-include-runtime', '-d', 'main.jar'],
}

/** Go builds outside modules, and keeps what it built of its library for the next case. */
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  GO111MODULE: 'off',
  GOFLAGS: '-mod=mod',
  GOCACHE: join(tmpdir(), 'sigshift-go-cache'),
}

function runnerOf(extension: string): readonly (readonly string[])[] {
  const plain = /^\.(?:[cm]?[jt]s)$/.test(extension) ? '.js' : extension
  return runners[plain] ?? []
}

/** How a tool that knows no `--version` tells it. */
const versionArguments: Readonly<Record<string, string>> = { go: 'version', kotlinc: '-version' }

const installed = new Map<string, boolean>()

/** Asked once: a JVM or mono takes as long to tell its version as to run a case. */
function isInstalled([command = '']: readonly string[]): boolean {
  const known = installed.get(command)
  if (known !== undefined) return known
  const answer = spawnSync(command, [versionArguments[command] ?? '--version'])
  installed.set(command, answer.status === 0)
  return answer.status === 0
}

/** Runs a rewritten file with its driver; the last line that it prints, or why it was not run. */
export function runOutput(
  fixture: Fixture,
  code: string,
): { readonly printed: string } | { readonly skipped: string } {
  const candidates = runnerOf(fixture.extension)
  const runner = candidates.find(isInstalled)
  const [built, ...compiler] = compilers[fixture.extension] ?? []
  if (!runner || (built && !isInstalled(compiler)))
    return { skipped: `nothing here runs ${fixture.extension} files` }
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-fixture-'))
  try {
    const modules = join(folder, 'node_modules')
    mkdirSync(modules)
    cpSync(join(fixturesFolder, '_stubs'), modules, { recursive: true })
    symlinkSync(join(fixturesFolder, '../node_modules/@sigshift'), join(modules, '@sigshift'))
    const file = join(folder, `main${fixture.extension}`)
    const driver = fixture.driver ?? ''
    const options = { encoding: 'utf8', cwd: folder, timeout: 60_000, env: environment } as const
    const files = [file]
    // The driver of Go is a file of its own, for imports stand at the head.
    if (fixture.extension === '.go') {
      writeFileSync(file, code)
      files.push(join(folder, 'driver.go'))
      writeFileSync(join(folder, 'driver.go'), driver)
    } else writeFileSync(file, `${code}\n${driver}`)
    if (built) {
      const [command = '', ...args] = compiler
      const build = spawnSync(command, [...args, file], options)
      if (build.status !== 0) return { printed: `${build.stdout}${build.stderr}` }
      files[0] = built
    }
    const [command = '', ...args] = runner
    const run = spawnSync(command, [...args, ...files], options)
    const printed = run.stdout.trim().split('\n').at(-1) ?? ''
    return { printed: run.status === 0 ? printed : `${run.stdout}${run.stderr}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
