import { existsSync } from 'node:fs'
import { beforeAll, describe, inject } from 'vitest'
import { executablePath } from '../browser/open-page.ts'
import { runtimes as nodes } from '../consumers/runtimes.ts'
import { cell } from './cell.ts'
import { expectations, expectationsInPages } from './expected-answers.ts'
import {
  type Answers,
  runInChromium,
  runInEdgeRuntime,
  runInProcess,
  runInWorkerd,
} from './run-suite.ts'
import { bun, deno, denoFlags } from './runtimes.ts'
import { allQuestions, type Question } from './suite-input.ts'

interface Runtime {
  readonly name: string
  readonly run: (consumer: string, questions: readonly Question[]) => Promise<Answers>
  readonly questions: readonly Question[]
  readonly isPage?: boolean
  /** Why it is not tried here. */
  readonly absent?: string | false
}

/** `node:crypto` is not there; the other entries need nothing but the web's own. */
const withoutNode = allQuestions.filter((question) => question !== 'signAtOnce')

const runtimes: readonly Runtime[] = [
  ...nodes.map(({ major, node }) => ({
    name: `Node ${major}`,
    run: (...given: Parameters<Runtime['run']>) => runInProcess([node], ...given),
    questions: allQuestions,
  })),
  {
    name: 'Bun',
    run: async (...given) => runInProcess([await bun(), 'run'], ...given),
    questions: allQuestions,
  },
  {
    name: 'Deno',
    run: async (...given) => runInProcess([await deno(), 'run', ...denoFlags], ...given),
    questions: allQuestions,
  },
  { name: 'workerd', run: runInWorkerd, questions: allQuestions },
  // Bundled as for pages, so that the old functions refuse here too; they need `node:crypto`.
  { name: 'edge-runtime', run: runInEdgeRuntime, questions: withoutNode, isPage: true },
  {
    name: 'Chromium',
    run: runInChromium,
    questions: withoutNode,
    isPage: true,
    absent: !existsSync(executablePath) && `no ${executablePath}: apt-get install chromium`,
  },
]

describe.each(runtimes)(
  'the suite on $name',
  ({ name, run, questions, isPage = false, absent }) => {
    let answers: Answers = {}

    beforeAll(async () => {
      if (!absent) answers = await run(inject('consumer'), questions)
    })

    for (const question of questions) {
      cell(name, question, ({ skip }) => {
        if (absent) skip(absent)
        const expected = isPage ? expectationsInPages : expectations
        expected[question](answers[question])
      })
    }
  },
)
