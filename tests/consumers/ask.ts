import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { output } from './run.ts'
import type { Runtime } from './runtimes.ts'

export type Style = 'import' | 'require'

/** A function of `programs/answers.mjs`. */
export type Question = 'sign' | 'inspect' | 'reproduce' | 'callOld' | 'listNames'

const programs = join(import.meta.dirname, 'programs')

const texts: Record<Style, (specifier: string, question: Question) => string> = {
  import: (specifier, question) => `
    import { readFileSync } from 'node:fs'
    import * as subject from '${specifier}'
    import { ${question} } from './answers.mjs'
    const input = JSON.parse(readFileSync(new URL('input.json', import.meta.url), 'utf8'))
    console.log(JSON.stringify(await ${question}(subject, input)))`,
  require: (specifier, question) => `
    const subject = require('${specifier}')
    const { ${question} } = require('./answers.mjs')
    Promise.resolve(${question}(subject, require('./input.json'))).then((answer) =>
      console.log(JSON.stringify(answer)))`,
}

export interface Ask {
  readonly consumer: string
  readonly runtime: Runtime
  readonly style: Style
  readonly specifier: string
  readonly question: Question
  readonly input?: unknown
}

/** Runs a program of the consumer's own that loads a package and asks it one question. */
export async function ask<Answer>(request: Ask): Promise<Answer> {
  const { consumer, runtime, style, specifier, question, input = null } = request
  const folder = mkdtempSync(join(consumer, `${question}-`))
  const program = join(folder, style === 'import' ? 'main.mjs' : 'main.cjs')
  copyFileSync(join(programs, 'answers.mjs'), join(folder, 'answers.mjs'))
  writeFileSync(join(folder, 'input.json'), JSON.stringify(input))
  writeFileSync(program, texts[style](specifier, question))
  return JSON.parse(await output(runtime.node, [program], { cwd: folder, env: runtime.env }))
}
