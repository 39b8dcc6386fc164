// Runs Lighthouse over the built site: accessibility, best practices and SEO must be 100; the speed is
// printed, for it tells of the machine as well. To be run alone.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../consumers/run.ts'
import { installTool, programOf } from '../consumers/tools.ts'
import { dist } from './build-site.ts'
import { chromiumPath } from './chromium.ts'
import { serveSite } from './serve-site.ts'

interface Report {
  readonly categories: Readonly<
    Record<string, { readonly title: string; readonly score: number | null }>
  >
  readonly audits: Readonly<Record<string, { readonly displayValue?: string }>>
}

const pages = ['', 'debugger', 'issues/iat-in-future', 'symptoms/signature-is-invalid']
const flags = '--headless=new --no-sandbox --disable-gpu'
const measures = ['first-contentful-paint', 'largest-contentful-paint', 'cumulative-layout-shift']

const scratch = mkdtempSync(join(tmpdir(), 'sigshift-lighthouse-'))
const lighthouse = programOf(await installTool('lighthouse'), 'lighthouse')
const site = await serveSite(dist)

async function measure(path: string): Promise<Report> {
  const out = join(scratch, 'report.json')
  const options = ['--quiet', '--output=json', `--output-path=${out}`, `--chrome-flags=${flags}`]
  const { status, stderr } = await run(
    process.execPath,
    [lighthouse, `${site.url}${path}`, ...options, '--preset=desktop'],
    { cwd: scratch, env: { ...process.env, CHROME_PATH: chromiumPath } },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(readFileSync(out, 'utf8'))
}

for (const path of pages) {
  const { categories, audits } = await measure(path)
  const scores = Object.values(categories).map(({ title, score }) => {
    const isSpeed = title === 'Performance'
    if (!isSpeed && score !== 1) process.exitCode = 1
    return `${title} ${Math.round((score ?? 0) * 100)}`
  })
  const details = measures.map((name) => `${name} ${audits[name]?.displayValue}`)
  process.stdout.write(`/${path}: ${[...scores, ...details].join(', ')}\n`)
}
await site.close()
rmSync(scratch, { recursive: true, force: true })
