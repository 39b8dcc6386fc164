import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { executablePath, type OpenPage, openPage } from '../browser/open-page.ts'
import { cell } from './cell.ts'
import { importsOf } from './imports.ts'
import { output } from './run.ts'
import { cleanEnv } from './runtimes.ts'
import { installTool } from './tools.ts'
import { type Use, usesInPages } from './uses.ts'

const bundlers = [
  { tool: 'vite', row: 'Vite, in Chromium' },
  { tool: 'webpack', row: 'webpack, in Chromium' },
  { tool: 'esbuild', row: 'esbuild, in Chromium' },
  { tool: 'rolldown', row: 'Rolldown, in Chromium' },
] as const

/** What the parser of migrate is made with asks for Node in branches that a page never reaches. */
const knownOf: Readonly<Record<string, RegExp>> = {
  // webpack keeps them in files of their own.
  '@sigshift/migrate': /web-tree-sitter|^(?:module|fs\/promises|\.\/\d+\.bundle\.mjs)$/,
}

const programs = join(import.meta.dirname, 'programs')

interface Job {
  readonly column: string
  readonly use: Use
  readonly input: string
  readonly output: string
}

/** A program of the project's own for each use, which imports the package and can be asked. */
function jobsFor(tool: string): readonly Job[] {
  return Object.entries(usesInPages).flatMap(([column, uses]) =>
    uses.map((use) => {
      const folder = mkdtempSync(join(inject('alone')[column] ?? '', `${tool}-`))
      const input = join(folder, 'main.js')
      copyFileSync(join(programs, 'answers.mjs'), join(folder, 'answers.mjs'))
      const program = [
        ...use.specifiers.map((specifier) => `export * as subject from '${specifier}'`),
        `export { ${use.question} as ask } from './answers.mjs'`,
      ]
      writeFileSync(input, program.join('\n'))
      return { column, use, input, output: join(folder, 'out/bundle.mjs') }
    }),
  )
}

/** What the bundler warned of, job by job. */
async function bundle(
  tool: (typeof bundlers)[number]['tool'],
  jobs: readonly Job[],
): Promise<readonly (readonly string[])[]> {
  const folder = await installTool(tool)
  copyFileSync(join(programs, 'bundle-with.mjs'), join(folder, 'bundle-with.mjs'))
  const options = { cwd: folder, env: cleanEnv() }
  const args = [join(folder, 'bundle-with.mjs'), tool, JSON.stringify(jobs)]
  const printed = await output(process.execPath, args, options)
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '')
}

/** As text, since the test runner rewrites an `import` in a function. */
function questionOf(path: string, input: unknown): string {
  const asked = `bundle.ask(bundle.subject, ${JSON.stringify(input ?? null)})`
  return `import('${path}').then(async (bundle) => JSON.parse(JSON.stringify(await ${asked})))`
}

describe.runIf(existsSync(executablePath)).each(bundlers)('$row', ({ tool, row }) => {
  const jobs = jobsFor(tool)
  let warnings: Awaited<ReturnType<typeof bundle>>
  let opened: OpenPage

  const pathOf = (job: Job): string => `/${jobs.indexOf(job)}.js`

  beforeAll(async () => {
    warnings = await bundle(tool, jobs)
    const files = jobs.map((job) => [pathOf(job), readFileSync(job.output, 'utf8')] as const)
    opened = await openPage(
      '',
      Object.fromEntries(files.map(([path, text]) => [path, ['text/javascript', text]])),
    )
  })

  afterAll(() => opened?.close())

  for (const job of jobs) {
    const { column, use } = job

    cell(row, column, `${use.question} answers right`, async () => {
      use.expectAnswer(await opened.page.evaluate(questionOf(pathOf(job), use.input)))
    })

    cell(row, column, `${use.question} loads nothing, without a warning`, () => {
      const isKnown = knownOf[column] ?? /^$/
      expect(warnings[jobs.indexOf(job)]?.filter((text) => !isKnown.test(text))).toEqual([])
      expect(importsOf(job.output).filter((specifier) => !isKnown.test(specifier))).toEqual([])
    })
  }

  cell(row, '@sigshift/signer', 'the page complains of nothing and asks no other host', () => {
    expect(opened.complaints).toEqual([])
  })
})
