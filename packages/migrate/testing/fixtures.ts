import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const fixturesFolder: string = fileURLToPath(new URL('../fixtures', import.meta.url))

/** One case: the old code, what becomes of it, and what runs it. */
export interface Fixture {
  readonly language: string
  readonly name: string
  readonly extension: string
  readonly input: string
  /** The rewritten code; absent where the file must be left alone. */
  readonly output: string | undefined
  /** The same with the standard library alone. */
  readonly standalone: string | undefined
  /** Code that is put after the output and prints the token. */
  readonly driver: string | undefined
  /** What is found, where a case says so: any members of findings. */
  readonly findings: readonly Readonly<Record<string, unknown>>[] | undefined
  readonly pathOf: (part: string) => string
}

const inputName = /^(.+)\.input(\.[\w.]+)$/

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function fixtureOf(language: string, file: string): Fixture | undefined {
  const match = inputName.exec(file)
  if (!match) return undefined
  const [, name = '', extension = ''] = match
  const pathOf = (part: string): string => join(fixturesFolder, language, `${name}.${part}`)
  const findings = read(pathOf('findings.json'))
  return {
    language,
    name,
    extension,
    input: read(pathOf(`input${extension}`)) ?? '',
    output: read(pathOf(`output${extension}`)),
    standalone: read(pathOf(`standalone${extension}`)),
    driver: read(pathOf(`run${extension.slice(extension.lastIndexOf('.'))}`)),
    findings: findings === undefined ? undefined : JSON.parse(findings),
    pathOf,
  }
}

/** The folders of cases; `SIGSHIFT_FIXTURES=javascript,python` takes some of them. */
function languages(): readonly string[] {
  const wanted = process.env.SIGSHIFT_FIXTURES?.split(',')
  return readdirSync(fixturesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name)
    .filter((name) => wanted?.includes(name) ?? true)
}

const gitStatus = ['status', '--porcelain', '-z', '--untracked-files=all', '--', '.']

/**
 * Tells which cases are run, beside being compared: all; with `SIGSHIFT_FIXTURE_RUNS=0` none, for
 * mutation testing; with `changed` those that are not committed as they stand.
 */
export function createRunFilter(): (fixture: Fixture) => boolean {
  const wanted = process.env.SIGSHIFT_FIXTURE_RUNS
  if (wanted !== 'changed') return () => wanted !== '0'
  const changed = execFileSync('git', gitStatus, { cwd: fixturesFolder, encoding: 'utf8' })
  return ({ language, name }) => changed.includes(`/fixtures/${language}/${name}.`)
}

/** Every case in `fixtures/<language>/<name>.input.<extension>`. */
export function readFixtures(): readonly Fixture[] {
  return languages().flatMap((language) =>
    readdirSync(join(fixturesFolder, language))
      .sort()
      .flatMap((file) => fixtureOf(language, file) ?? []),
  )
}
