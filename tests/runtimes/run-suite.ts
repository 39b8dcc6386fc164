import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { openPage } from '../browser/open-page.ts'
import { output } from '../consumers/run.ts'
import { cleanEnv } from '../consumers/runtimes.ts'
import { installTool } from '../consumers/tools.ts'
import { bundle } from './bundle.ts'
import { type Question, suiteModule } from './suite-input.ts'
import { startWorkerd, workerdConditions } from './workerd.ts'

export type Answers = Readonly<Partial<Record<Question, unknown>>>

/** A folder of the consumer's with the suite, and `main` beside it. */
function write(consumer: string, questions: readonly Question[], main: string): string {
  const folder = mkdtempSync(join(consumer, 'suite-'))
  copyFileSync(join(import.meta.dirname, 'programs/suite.mjs'), join(folder, 'suite.mjs'))
  writeFileSync(join(folder, 'library.mjs'), suiteModule(questions))
  const path = join(folder, 'main.mjs')
  writeFileSync(path, main)
  return path
}

const print = `import { run } from './library.mjs'
console.log(JSON.stringify(await run()))`

/** In a runtime that is a command and loads packages itself. */
export async function runInProcess(
  command: readonly string[],
  consumer: string,
  questions: readonly Question[],
): Promise<Answers> {
  const [program = '', ...args] = command
  const main = write(consumer, questions, print)
  const cwd = join(main, '..')
  return JSON.parse(await output(program, [...args, main], { cwd, env: cleanEnv() }))
}

export async function runInWorkerd(
  consumer: string,
  questions: readonly Question[],
): Promise<Answers> {
  const main = write(
    consumer,
    questions,
    `import { run } from './library.mjs'
export default { fetch: async () => Response.json(await run()) }`,
  )
  const workerd = await startWorkerd(await bundle(main, workerdConditions))
  try {
    const response = await fetch(await workerd.ready)
    return JSON.parse(await response.text())
  } finally {
    await workerd.dispose()
  }
}

interface EdgeVm {
  readonly evaluate: (code: string) => unknown
}

const exportRun = `export { run } from './library.mjs'`

/** In what runs the edge functions of Vercel and Next.js. */
export async function runInEdgeRuntime(
  consumer: string,
  questions: readonly Question[],
): Promise<Answers> {
  const main = write(consumer, questions, exportRun)
  const code = await bundle(main, ['edge-light', 'worker', 'browser'], 'iife')
  const fromTool = createRequire(join(await installTool('edge-runtime'), 'package.json'))
  const { EdgeVM } = fromTool('@edge-runtime/vm') as { EdgeVM: new () => EdgeVm }
  const vm = new EdgeVM()
  vm.evaluate(code)
  const text = await vm.evaluate('bundle.run().then((answers) => JSON.stringify(answers))')
  return JSON.parse(String(text))
}

export async function runInChromium(
  consumer: string,
  questions: readonly Question[],
): Promise<Answers> {
  const main = write(consumer, questions, exportRun)
  const { page, complaints, close } = await openPage(await bundle(main, ['browser']), {})
  try {
    const text = await page.evaluate(async () => {
      const { bundle } = globalThis as unknown as { bundle: { run: () => Promise<unknown> } }
      return JSON.stringify(await bundle.run())
    })
    if (complaints.length > 0) throw new Error(complaints.join('; '))
    return JSON.parse(text)
  } finally {
    await close()
  }
}
