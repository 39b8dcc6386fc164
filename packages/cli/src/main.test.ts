import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoint, sdkSecret, start, stopAll } from '../testing/endpoint.ts'
import { sample } from '../testing/samples.ts'
import { spawnCli } from '../testing/spawn-cli.ts'
import { createTree, oldCode, removeTrees } from '../testing/tree.ts'
import { flagOf } from './command.ts'
import { commands } from './commands.ts'
import { configRows } from './config/config-rows.ts'

let tree = ''

beforeAll(async () => {
  tree = await createTree({ 'sign.js': oldCode, '.sigshiftignore': '' })
})

afterAll(removeTrees)

describe('the program as a process', () => {
  test.each([
    [0, []],
    [0, ['--help']],
    [0, ['doctor', '--help']],
    [0, ['--version']],
    [0, ['explain', sample('jwt-ok'), '--now', '1700000060']],
    [1, ['explain', sample('jwt-ms')]],
    [2, ['explain', sample('jwt-ok'), '--secret', 'x']],
    [2, ['sign']],
    [2, ['doctor']],
    [2, ['scan', 'not/there']],
    [2, ['migrate', '--write', '--check']],
    [2, ['seek']],
  ])('exits with %i: %j', async (exitCode, argv) => {
    const { stdout, stderr, ...result } = await spawnCli(argv)
    expect(result).toEqual({ exitCode })
    expect(exitCode === 2 ? stdout : stderr).toBe('')
    expect(stdout + stderr).not.toContain('\u001b')
  })

  test.each([
    [0, ['scan', '.sigshiftignore']],
    [1, ['scan', 'sign.js']],
    [1, ['migrate']],
    [1, ['migrate', '--check']],
    [2, ['migrate', '--interactive']],
    [0, ['migrate', '--write']],
    [0, ['migrate', '--check']],
  ])('exits with %i in turn: %j', async (exitCode, argv) => {
    const { stdout, stderr, ...result } = await spawnCli(argv, { cwd: tree })
    expect(result).toEqual({ exitCode })
    expect(exitCode === 2 ? stdout : stderr).toBe('')
  })

  test('a command loads its own code and not that of the scanner', async () => {
    const { stderr } = await spawnCli(['explain', 'x'], { env: { NODE_DEBUG: 'esm' } })
    expect(stderr).toContain('/cli/src/explain/run-explain.ts')
    expect(stderr).not.toMatch(/packages\/migrate|tree-sitter|\/cli\/src\/scan\/run-scan/)
  })

  test('reads a pipe and paints on demand', async () => {
    const { stdout, exitCode } = await spawnCli(['explain'], {
      env: { FORCE_COLOR: '1' },
      input: `${sample('readme-legacy-2020')}\n`,
    })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('\u001b[31m')
  })

  test('JSON stands alone on standard output', async () => {
    const { stdout, stderr } = await spawnCli(['explain', 'x', '--json'], {
      env: { FORCE_COLOR: '1' },
    })
    expect(JSON.parse(stdout)).toMatchObject({ sound: false })
    expect(stderr).toBe('')
  })

  test('no secret comes out, whatever is done with it', async () => {
    const url = await start(endpoint())
    const env = { ZOOM_MEETING_SDK_SECRET: sdkSecret, ZOOM_MEETING_SDK_KEY: 'kZ3xWq8vTn2LbYc5RmHp' }
    const fromEnv = ['--secret-env', 'ZOOM_MEETING_SDK_SECRET']
    const calls = [
      ['sign', '--meeting-number', '1', '--role', '0'],
      ['sign', '--meeting-number', 'x', '--role', '0'],
      ['explain', sample('jwt-ok'), ...fromEnv],
      ['explain', sample('jwt-ok'), ...fromEnv, '--json'],
      ['explain', sdkSecret, ...fromEnv],
      ['explain', Buffer.from(sdkSecret).toString('base64'), ...fromEnv, '--json'],
      ['explain', 'x', '--secret-env', sdkSecret],
      ['explain', 'x', `--secret=${sdkSecret}`],
      ['explain', 'x', `--secrets=${sdkSecret}`],
      ['doctor', url, ...fromEnv],
      ['doctor', url, ...fromEnv, '--json', '--header', `Authorization: ${sdkSecret}`],
      [sdkSecret],
    ]
    const outputs = await Promise.all(calls.map((argv) => spawnCli(argv, { env })))
    await stopAll()
    for (const { stdout, stderr, exitCode } of outputs) {
      expect(exitCode).toBeLessThan(3)
      expect(stdout + stderr).not.toContain(sdkSecret)
    }
    // Twelve processes at once, on a machine that may be busy.
  }, 120_000)
})

describe('a mistyped word', () => {
  test.each([
    [['explian'], 'Did you mean explain?'],
    [['explain', 'x', '--jsn'], 'Did you mean --json?'],
    [['explain', 'x', '--secret-fiel=secret.txt'], 'Did you mean --secret-file?'],
    [['doctor', 'https://example.com', '--dryrun'], 'Did you mean --dry-run?'],
    [[sample('jwt-ok')], 'sigshift explain <token>'],
  ])('%j', async (argv, advice) => {
    const { exitCode, stderr } = await spawnCli(argv)
    expect(exitCode).toBe(2)
    expect(stderr.replaceAll('\n', ' ')).toContain(advice)
  })
})

describe('compiled code', () => {
  test('is kept in the folder that the user has for caches', async () => {
    const home = await createTree({})
    expect((await spawnCli(['--version'], { env: { HOME: home } })).exitCode).toBe(0)
    expect(await readdir(join(home, '.cache/sigshift'))).toHaveLength(1)
  })

  test.each(['', '/dev/null', '/dev/null/none'])(
    'is not kept in %j, which is no fault',
    async (at) => {
      const { stdout, ...rest } = await spawnCli(['--version'], { env: { XDG_CACHE_HOME: at } })
      expect(rest).toEqual({ exitCode: 0, stderr: '' })
      expect(stdout).toMatch(/^\d+\.\d+\.\d+/)
    },
  )
})

describe('README', () => {
  test('names every member of the configuration, and none that is not there', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
    const [, table = ''] =
      /\n## Configuration\n[\s\S]*?\n\|---\|---\|\n([\s\S]*?)\n\n/.exec(readme) ?? []
    const cells = table.split('\n').map((row) => row.split('|')[1] ?? '')
    const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name))
    expect(named.sort()).toEqual(configRows.map(({ name }) => name).sort())
  })

  test('names every command and flag, and none that is not there', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
    const flags = commands.flatMap(({ options }) => options.map(flagOf))
    for (const { name } of commands) expect(readme).toContain(`\n### \`sigshift ${name}`)
    const named = new Set(readme.match(/(?<![\w-])--[a-z][a-z-]*/g))
    expect([...named].sort()).toEqual([...new Set([...flags, '--help', '--version'])].sort())
  })
})
