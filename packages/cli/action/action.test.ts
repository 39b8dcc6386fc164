import { spawn } from 'node:child_process'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import packageJson from '../package.json' with { type: 'json' }
import { flagOf } from '../src/command.ts'
import { commands } from '../src/commands.ts'
import { createTree, oldCode, oldSetting, removeTrees } from '../testing/tree.ts'

afterEach(removeTrees)

const script = fileURLToPath(new URL('./run-action.mjs', import.meta.url))
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const repository = fileURLToPath(new URL('../../../', import.meta.url))

/** An npx that notes what it was called with, and runs the source instead of the registry's package. */
const npx = `#!/usr/bin/env bash
printf '%s\\n' "$@" >"$RUNNER_TEMP/npx-arguments"
shift 3
exec '${process.execPath}' --conditions=@sigshift/source '${main}' "$@"
`

async function runAction(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
) {
  const cwd = await createTree(files)
  const runner = await createTree({ npx, output: '', summary: '' })
  await chmod(join(runner, 'npx'), 0o755)
  const variables = Object.entries(inputs).map(([name, value]) => [`SIGSHIFT_${name}`, value])
  const child = spawn(process.execPath, [script], {
    cwd,
    env: {
      PATH: `${runner}${delimiter}${process.env.PATH}`,
      RUNNER_TEMP: runner,
      GITHUB_OUTPUT: join(runner, 'output'),
      GITHUB_STEP_SUMMARY: join(runner, 'summary'),
      ...Object.fromEntries(variables),
    },
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const [stdout, exitCode] = await Promise.all([text(child.stdout), ended])
  const read = (name: string): Promise<string> =>
    readFile(join(runner, name), 'utf8').catch(() => '')
  return {
    cwd,
    exitCode,
    stdout,
    outputs: await read('output'),
    summary: await read('summary'),
    called: (await read('npx-arguments')).split('\n'),
  }
}

describe('the action', () => {
  test('annotates lines, fills outputs and the summary, writes SARIF, and fails on findings', async () => {
    const { cwd, exitCode, stdout, outputs, summary, called } = await runAction(
      { 'src/sign.js': oldCode, '.env': oldSetting },
      { PATHS: 'src\n  .env  \n', SARIF: 'sigshift.sarif' },
    )
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^::error file=src\/sign\.js,line=7,endLine=7,col=10,/m)
    expect(stdout).toMatch(/^::notice file=\.env,line=1,/m)
    expect(outputs).toBe('findings=2\nfixable=1\nexit-code=1\n')
    expect(summary).toMatch(/^## sigshift scan\n\n\| place \|/)
    expect(JSON.parse(await readFile(join(cwd, 'sigshift.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(called.slice(0, 3)).toEqual(['--yes', '--', `sigshift@${packageJson.version}`])
  })

  test('passes clean code', async () => {
    const { exitCode, stdout, outputs } = await runAction({ 'a.js': 'let x\n' }, { PATHS: '.' })
    expect({ exitCode, outputs }).toEqual({
      exitCode: 0,
      outputs: 'findings=0\nfixable=0\nexit-code=0\n',
    })
    expect(stdout).not.toContain('::')
  })

  test('as migrate fails only where something can be rewritten', async () => {
    const inputs = { COMMAND: 'migrate', BASELINE: 'not of migrate' }
    expect((await runAction({ '.env': oldSetting }, inputs)).exitCode).toBe(0)
    expect((await runAction({ 'sign.js': oldCode }, inputs)).exitCode).toBe(1)
  })

  test('takes the version and the baseline that it is given', async () => {
    const baseline = '{ "version": 1, "findings": [] }'
    const { called } = await runAction(
      { 'known.json': baseline },
      { VERSION: '9.9.9', BASELINE: 'known.json' },
    )
    expect(called.slice(2, 8)).toEqual([
      'sigshift@9.9.9',
      'scan',
      '--format',
      'github',
      '--baseline',
      'known.json',
    ])
  })

  test.each([
    ['another command', { COMMAND: 'scan; touch pwned' }],
    ['a path that is not there', { PATHS: '$(touch pwned)' }],
    ['an option in place of a path', { PATHS: '--write' }],
  ])('ends with 2 on %s, and runs nothing of it', async (_, inputs) => {
    const { cwd, exitCode, outputs } = await runAction({ 'sign.js': oldCode }, inputs)
    expect({ exitCode, outputs }).toEqual({ exitCode: 2, outputs: '' })
    await writeFile(join(cwd, 'pwned'), '', { flag: 'wx' })
  })
})

interface Action {
  readonly inputs: Readonly<Record<string, object>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: {
    readonly using: string
    readonly steps: readonly {
      readonly id: string
      readonly run: string
      readonly env: Readonly<Record<string, string>>
    }[]
  }
}

interface Hook {
  readonly id: string
  readonly entry: string
}

async function readYaml<T>(name: string): Promise<T> {
  return parse(await readFile(join(repository, name), 'utf8'))
}

describe('action.yml', () => {
  test('hands over every input that it declares as a variable that the script reads', async () => {
    const { inputs, runs } = await readYaml<Action>('action.yml')
    const variableOf = (name: string): string => `SIGSHIFT_${name.toUpperCase()}`
    const given = Object.keys(inputs).filter((name) => name !== 'working-directory')
    expect(runs.steps[0]?.env).toEqual(
      Object.fromEntries(given.map((name) => [variableOf(name), `\${{ inputs.${name} }}`])),
    )
    const source = await readFile(script, 'utf8')
    const read = [...source.matchAll(/input\('(\w+)'\)/g)].map(([, name]) => `SIGSHIFT_${name}`)
    expect([...new Set(read)].sort()).toEqual(given.map(variableOf).sort())
  })

  test('gives the outputs that the script writes', async () => {
    const { outputs, runs } = await readYaml<Action>('action.yml')
    const written = (await runAction({ 'a.js': 'let x\n' })).outputs
    const names = [...written.matchAll(/^([\w-]+)=/gm)].map(([, name]) => name)
    expect(Object.keys(outputs)).toEqual(names)
    for (const [name, { value }] of Object.entries(outputs)) {
      expect(value).toBe(`\${{ steps.${runs.steps[0]?.id}.outputs.${name} }}`)
    }
  })

  test('runs the script that is here', async () => {
    const { runs } = await readYaml<Action>('action.yml')
    expect(runs.using).toBe('composite')
    const [, path = ''] = /^node "\$GITHUB_ACTION_PATH\/(.+)"$/.exec(runs.steps[0]?.run ?? '') ?? []
    expect(join(repository, path)).toBe(script)
  })
})

test('the hooks of pre-commit call commands and options that exist', async () => {
  const hooks = await readYaml<readonly Hook[]>('.pre-commit-hooks.yaml')
  expect(hooks.map(({ id }) => id)).toEqual(['sigshift-scan', 'sigshift-migrate'])
  for (const { entry } of hooks) {
    const [, name, flag] = /^npx --yes sigshift (\w+)(?: (--\w+))?$/.exec(entry) ?? []
    const command = commands.find((row) => row.name === name)
    expect(command?.options.map(flagOf)).toEqual(
      expect.arrayContaining(flag === undefined ? [] : [flag]),
    )
  }
})
