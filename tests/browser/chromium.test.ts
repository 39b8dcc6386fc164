import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { ask } from '../consumers/ask.ts'
import { bundleForBrowser } from '../consumers/bundle.ts'
import {
  knownLegacySignatures,
  knownTokens,
  legacyInputs,
  samples,
  tokenVectors,
} from '../consumers/known-answers.ts'
import { canary, oldCalls } from '../consumers/old-calls.ts'
import { runtimes } from '../consumers/runtimes.ts'
import { executablePath, type OpenPage, openPage } from './open-page.ts'

type Subject = 'signer' | 'detector' | 'compat'
type Question = 'sign' | 'inspect' | 'reproduce' | 'callOld' | 'fetchSignatures'
type PageBundle = Readonly<
  Record<Subject, object> & Record<Question, (subject: object, input: unknown) => unknown>
>

const consumer = inject('consumer')
const hasChromium = existsSync(executablePath)
const reason = `no ${executablePath}: apt-get install chromium`
const [token = ''] = knownTokens
let opened: OpenPage

beforeAll(async () => {
  if (!hasChromium) {
    // The default reporter shows no reason where nothing failed.
    process.stderr.write(`browser checks skipped: ${reason}\n`)
    return
  }
  const program = `
    export * as signer from '@sigshift/signer'
    export * as detector from '@sigshift/legacy-detector'
    export * as compat from '@sigshift/compat'
    export * from '${join(import.meta.dirname, '../consumers/programs/answers.mjs')}'`
  const { code } = await bundleForBrowser(consumer, program)
  opened = await openPage(code, {
    '/as-json': ['application/json', JSON.stringify({ signature: token })],
    '/as-text': ['text/plain', token],
  })
})

afterAll(() => opened?.close())

beforeEach(({ skip }) => {
  skip(!hasChromium, reason)
})

function askPage(subject: Subject, question: Question, input: unknown): Promise<unknown> {
  return opened.page.evaluate(
    async ({ subject, question, input }) => {
      const { bundle } = globalThis as unknown as { bundle: PageBundle }
      return JSON.parse(JSON.stringify(await bundle[question](bundle[subject], input)))
    },
    { subject, question, input },
  )
}

test('the signer signs the known tokens in Chromium', async () => {
  expect(await askPage('signer', 'sign', tokenVectors)).toEqual(knownTokens)
})

test('the detector judges in Chromium as in Node', async () => {
  const [runtime] = runtimes
  const request = { consumer, style: 'import', question: 'inspect', input: samples } as const
  const specifiers = ['@sigshift/legacy-detector']
  const inNode = runtime && (await ask<object[]>({ ...request, runtime, specifiers }))
  expect(inNode).toHaveLength(samples.length)
  expect(await askPage('detector', 'inspect', samples)).toEqual(inNode)
})

test('the crypto-js path makes the known bytes in Chromium', async () => {
  expect(await askPage('detector', 'reproduce', legacyInputs)).toEqual(knownLegacySignatures)
})

test('fetchSignature reads JSON and plain text in Chromium', async () => {
  const endpoints = ['/as-json', '/as-text']
  expect(await askPage('compat', 'fetchSignatures', endpoints)).toEqual([token, token])
})

test('the old functions refuse a secret in Chromium and do not repeat it', async () => {
  const answer = await askPage('compat', 'callOld', oldCalls[0]?.call)
  expect(answer).toMatchObject({ thrown: { code: 'secret-in-frontend' } })
  expect(JSON.stringify(answer)).not.toContain(canary)
})

test('the page complains of nothing, evaluates nothing and asks no other host', () => {
  expect(opened.complaints).toEqual([])
})
