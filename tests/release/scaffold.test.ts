import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Outcome, run } from '../consumers/run.ts'
import { cleanEnv } from '../consumers/runtimes.ts'
import { changedIn, copyTree, restore } from './tree-copy.ts'

let copy: string

beforeAll(async () => {
  copy = await copyTree()
})

afterEach(() => restore(copy))

afterAll(() => rmSync(copy, { recursive: true, force: true }))

const node = (...args: readonly string[]): Promise<Outcome> =>
  run(process.execPath, args, { cwd: copy, env: cleanEnv() })
const types = (folder: string): Promise<Outcome> =>
  node('node_modules/typescript/bin/tsc', '-b', folder)
const tests = (...args: readonly string[]): Promise<Outcome> =>
  node('node_modules/vitest/vitest.mjs', 'run', ...args)

function edit(path: string, change: (text: string) => string): void {
  const file = join(copy, path)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

test('a new code is one file, which type-checks, and whose tests say what to fill in', async () => {
  const path = 'packages/spec/src/issues/encoding.ts'
  expect(await node('scripts/new.ts', 'code', 'mac-upper-case', 'encoding')).toMatchObject({
    status: 0,
    stderr: '',
  })
  expect(changedIn(copy)).toEqual([path])
  expect(await types('packages/spec')).toMatchObject({ status: 0 })

  const asked = ['packages/spec/src/spec.test.ts', '-t', 'mac-upper-case']
  const unfilled = await tests(...asked)
  expect(unfilled.status).toBe(1)
  expect(unfilled.stdout + unfilled.stderr).toContain('FILL IN what is wrong')

  edit(path, (text) =>
    text
      .replace(/FILL IN what is wrong.*\./, 'The MAC is in capitals')
      .replace(/FILL IN why.*full stop/, 'It reads as another text.')
      .replace(/FILL IN what to.*full stop/, 'Keep its case.'),
  )
  expect(await tests(...asked)).toMatchObject({ status: 0 })
})

test('a new rule is two files and its case, which fails until the rule finds something', async () => {
  expect(await node('scripts/new.ts', 'rule', 'capital-mac')).toMatchObject({
    status: 0,
    stderr: '',
  })
  expect([...changedIn(copy)].sort()).toEqual([
    'packages/migrate/fixtures/javascript/capital-mac.findings.json',
    'packages/migrate/fixtures/javascript/capital-mac.input.js',
    'packages/migrate/src/rules/capital-mac.ts',
    'packages/migrate/src/rules/rules.ts',
  ])
  expect(await types('packages/migrate')).toMatchObject({ status: 0 })

  const asked = ['packages/migrate/src/fixtures.test.ts', '-t', 'javascript/capital-mac']
  const unfilled = await tests(...asked)
  expect(unfilled.status).toBe(1)
  expect(unfilled.stdout + unfilled.stderr).toContain('FILL IN: the code that is reported')

  edit('packages/migrate/fixtures/javascript/capital-mac.input.js', () => 'zoomMac.toUpperCase()\n')
  edit('packages/migrate/fixtures/javascript/capital-mac.findings.json', (text) =>
    text.replace(/FILL IN[^"]*/, 'mac-hex'),
  )
  edit('packages/migrate/src/rules/capital-mac.ts', (text) =>
    text
      .replace('codes: []', "codes: ['mac-hex']")
      .replace('markers: []', "markers: ['zoommac']")
      .replace(
        'find: () => []',
        "find: ({ root }) => [{ code: 'mac-hex', place: root, confidence: 'low', manual: 'a' }]",
      ),
  )
  expect(await tests(...asked)).toMatchObject({ status: 0 })
})
