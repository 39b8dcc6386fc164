import { expect } from 'vitest'
import type { Question } from './ask.ts'
import {
  knownLegacySignatures,
  knownTokens,
  legacyInputs,
  samples,
  tokenVectors,
} from './known-answers.ts'
import { canary, expectTokenOfCall, oldCalls, oldCode } from './old-calls.ts'

/** One thing that a package is for, asked of its entries, and what must come back. */
export interface Use {
  readonly specifiers: readonly string[]
  readonly question: Question
  readonly input?: unknown
  readonly expectAnswer: (answer: unknown) => void
}

export const expectNames = (answer: unknown): void =>
  expect(answer).toEqual(expect.arrayContaining([expect.stringMatching(/^[a-z]\w+$/)]))

const ofSpec: Use = {
  specifiers: ['@sigshift/spec'],
  question: 'nameIssue',
  input: 'iat-in-future',
  expectAnswer: (answer) =>
    expect(answer).toBe('https://sigshift.github.io/sigshift/issues/iat-in-future'),
}

const signWith = (specifier: string): Use => ({
  specifiers: [specifier],
  question: 'sign',
  input: tokenVectors,
  expectAnswer: (answer) => expect(answer).toEqual(knownTokens),
})

const ofDetector: readonly Use[] = [
  {
    specifiers: ['@sigshift/legacy-detector'],
    question: 'inspect',
    input: samples,
    expectAnswer: (answer) =>
      expect(answer).toMatchObject([
        { format: 'legacy', mac: 'verified', issues: expect.arrayContaining([expect.anything()]) },
        { format: 'jwt', kind: 'meeting-sdk', mac: 'verified', issues: [] },
      ]),
  },
  {
    specifiers: ['@sigshift/legacy-detector'],
    question: 'reproduce',
    input: legacyInputs,
    expectAnswer: (answer) => expect(answer).toEqual(knownLegacySignatures),
  },
]

function callOld(expectAnswer: Use['expectAnswer']): readonly Use[] {
  return oldCalls.map(({ specifier, call }) => ({
    specifiers: [specifier],
    question: 'callOld',
    input: call,
    expectAnswer,
  }))
}

function expectOldCallSigned(answer: unknown): void {
  const { returned, success } = answer as { returned: string; success: unknown }
  expectTokenOfCall(returned)
  expect(JSON.stringify(success)).toContain(returned)
}

function expectSecretRefused(answer: unknown): void {
  expect(answer).toMatchObject({
    thrown: { name: 'CredentialsError', code: 'secret-in-frontend' },
    error: { code: 'secret-in-frontend' },
  })
  expect(JSON.stringify(answer)).not.toContain(canary)
}

const scan: Use = {
  specifiers: ['@sigshift/migrate', '@sigshift/migrate/node'],
  question: 'scan',
  input: [{ path: 'old.js', text: oldCode }],
  expectAnswer: (answer) =>
    expect(answer).toEqual([expect.objectContaining({ code: expect.stringMatching(/legacy/) })]),
}

// A page must serve the grammars itself; the documentation site does, and its tests scan there.
const lookCloser: Use = {
  specifiers: ['@sigshift/migrate'],
  question: 'isWorthParsing',
  input: { path: 'old.js', text: oldCode },
  expectAnswer: (answer) => expect(answer).toBe(true),
}

/** What a server asks of each package that can be imported. */
export const usesOnServers: Readonly<Record<string, readonly Use[]>> = {
  '@sigshift/spec': [ofSpec],
  '@sigshift/signer': [signWith('@sigshift/signer'), signWith('@sigshift/signer/sync')],
  '@sigshift/legacy-detector': ofDetector,
  '@sigshift/compat': callOld(expectOldCallSigned),
  '@sigshift/migrate': [scan],
}

/** The same for a page, where `node:` is not there and a secret must not be. */
export const usesInPages: Readonly<Record<string, readonly Use[]>> = {
  '@sigshift/spec': [ofSpec],
  '@sigshift/signer': [signWith('@sigshift/signer')],
  '@sigshift/legacy-detector': ofDetector,
  '@sigshift/compat': callOld(expectSecretRefused),
  '@sigshift/migrate': [lookCloser],
}
