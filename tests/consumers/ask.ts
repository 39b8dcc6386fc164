import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { output } from './run.ts'
import type { Runtime } from './runtimes.ts'

export type Style = 'import' | 'require'

/** A function of `programs/answers.mjs`. */
export type Question =
  | 'sign'
  | 'inspect'
  | 'reproduce'
  | 'callOld'
  | 'scan'
  | 'isWorthParsing'
  | 'nameIssue'
  | 'listNames'

const programs = join(import.meta.dirname, 'programs')

/** Both leave the packages' exports in `subject`, the answering function in `ask`, its input in `input`. */
const loaders: Record<Style, (specifiers: readonly string[], question: Question) => string> = {
  import: (specifiers, question) => `
    import { readFileSync } from 'node:fs'
    import { ${question} as ask } from './answers.mjs'
    ${specifiers.map((specifier, i) => `import * as part${i} from '${specifier}'`).join('\n')}
    const subject = Object.assign({}, ${specifiers.map((_, i) => `part${i}`)})
    const input = JSON.parse(readFileSync(new URL('input.json', import.meta.url), 'utf8'))`,
  require: (specifiers, question) => `
    const { ${question}: ask } = require('./answers.mjs')
    const subject = Object.assign({}, ${specifiers.map((specifier) => `require('${specifier}')`)})
    const input = require('./input.json')`,
}

const answer = `
    Promise.resolve(ask(subject, input)).then((answer) => console.log(JSON.stringify(answer)))`

export interface Ask {
  readonly consumer: string
  readonly runtime: Runtime
  readonly style: Style
  readonly specifiers: readonly string[]
  readonly question: Question
  readonly input?: unknown
}

/** Runs a program of the consumer's own that loads packages and asks them one question. */
export async function ask<Answer>(request: Ask): Promise<Answer> {
  const { consumer, runtime, style, specifiers, question, input = null } = request
  const folder = mkdtempSync(join(consumer, `${question}-`))
  const program = join(folder, style === 'import' ? 'main.mjs' : 'main.cjs')
  copyFileSync(join(programs, 'answers.mjs'), join(folder, 'answers.mjs'))
  writeFileSync(join(folder, 'input.json'), JSON.stringify(input))
  writeFileSync(program, loaders[style](specifiers, question) + answer)
  return JSON.parse(await output(runtime.node, [program], { cwd: folder, env: runtime.env }))
}
