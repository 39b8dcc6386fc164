import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fixture, fixturesFolder } from './fixtures.ts'

/** How the files of an extension are run; the first that is installed is taken. */
const runners: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '.js': [[process.execPath, '--no-warnings', '--conditions=@sigshift/source']],
  '.php': [['php', '-d', 'display_errors=stderr']],
  '.py': [['python3']],
}

function runnerOf(extension: string): readonly (readonly string[])[] {
  const plain = /^\.(?:[cm]?[jt]s)$/.test(extension) ? '.js' : extension
  return runners[plain] ?? []
}

function isInstalled([command = '']: readonly string[]): boolean {
  return spawnSync(command, ['--version']).status === 0
}

/** Runs a rewritten file with its driver; the last line that it prints, or why it was not run. */
export function runOutput(
  fixture: Fixture,
  code: string,
): { readonly printed: string } | { readonly skipped: string } {
  const candidates = runnerOf(fixture.extension)
  const runner = candidates.find(isInstalled)
  if (!runner) return { skipped: `nothing here runs ${fixture.extension} files` }
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-fixture-'))
  try {
    const modules = join(folder, 'node_modules')
    mkdirSync(modules)
    cpSync(join(fixturesFolder, '_stubs'), modules, { recursive: true })
    symlinkSync(join(fixturesFolder, '../node_modules/@sigshift'), join(modules, '@sigshift'))
    const file = join(folder, `main${fixture.extension}`)
    writeFileSync(file, `${code}\n${fixture.driver ?? ''}`)
    const [command = '', ...args] = runner
    const run = spawnSync(command, [...args, file], {
      encoding: 'utf8',
      cwd: folder,
      timeout: 20_000,
    })
    const printed = run.stdout.trim().split('\n').at(-1) ?? ''
    return { printed: run.status === 0 ? printed : `${run.stdout}${run.stderr}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
