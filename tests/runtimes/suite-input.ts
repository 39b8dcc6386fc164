import { samples, tokenVectors } from '../consumers/known-answers.ts'

/** What the suite asks; `programs/suite.mjs` has a function for each. */
export const allQuestions = [
  'sign',
  'signAtOnce',
  'refuse',
  'serve',
  'inspect',
  'callOld',
  'joinAgain',
] as const
export type Question = (typeof allQuestions)[number]

export const credentials = {
  sdkKey: 'xu3JPaA_RJW2-9l5_HAaLA',
  sdkSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
} as const
export const now: Date = new Date('2026-11-24T12:00:00Z')

function suiteInput(questions: readonly Question[]): object {
  return { questions, vectors: tokenVectors, samples, credentials, nowMs: now.getTime() }
}

const from = {
  signer: "import * as signer from '@sigshift/signer'",
  sync: "import * as sync from '@sigshift/signer/sync'",
  handler: "import * as handler from '@sigshift/signer/fetch'",
  detector: "import * as detector from '@sigshift/legacy-detector'",
  compat: "import * as compat from '@sigshift/compat'",
} as const

/** The text of a module that loads the library and has `run`, which answers the questions. */
export function suiteModule(questions: readonly Question[]): string {
  const parts = (Object.keys(from) as (keyof typeof from)[])
    .filter((part) => part !== 'sync' || questions.includes('signAtOnce'))
    .filter((part) => part !== 'compat' || questions.includes('callOld'))
  return [
    ...parts.map((part) => from[part]),
    "import { runSuite } from './suite.mjs'",
    `const input = ${JSON.stringify(suiteInput(questions))}`,
    `export const run = () => runSuite({ ${parts.join(', ')} }, input)`,
  ].join('\n')
}
