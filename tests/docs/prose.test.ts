import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../consumers/run.ts'
import { installTool, programOf } from '../consumers/tools.ts'
import { dist } from './build-site.ts'

const root = join(import.meta.dirname, '../..')

/** All that is written for people: the pages as Markdown, which hold the texts of the data, and the READMEs. */
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => join(dist, path))
const readmes = [
  '*.md',
  '{apps,packages,examples,tests}/*/README.md',
  'deploy/*.md',
  'docs/README.md',
].map((pattern) => join(root, pattern))
/** They quote Zoom word for word, slips included. */
const quoting = /error-codes\.md$|symptoms\/|reference\/packages\//

describe('what is written', () => {
  let tools: string

  beforeAll(async () => {
    tools = await installTool('prose')
  })

  it('is spelled right', async () => {
    const config = join(import.meta.dirname, 'cspell.json')
    const args = ['--config', config, '--no-progress', '--no-summary', '--no-gitignore', '--unique']
    const { status, stdout, stderr } = await run(
      process.execPath,
      [programOf(tools, 'cspell'), ...args, ...pages, ...readmes],
      { cwd: root },
    )
    expect(stdout + stderr).toBe('')
    expect(status).toBe(0)
  })

  it('names things by their names, and praises nothing', async () => {
    const config = join(import.meta.dirname, 'textlint.json')
    const sober = pages.filter((path) => !quoting.test(relative(dist, path)))
    const { status, stdout } = await run(
      process.execPath,
      [programOf(tools, 'textlint'), '-c', config, '-f', 'unix', ...sober, ...readmes],
      { cwd: tools },
    )
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })
})
