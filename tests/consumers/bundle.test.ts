import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { type Bundle, bundleForBrowser } from './bundle.ts'
import {
  knownLegacySignatures,
  knownTokens,
  legacyInputs,
  samples,
  tokenVectors,
} from './known-answers.ts'
import { canary, oldCalls } from './old-calls.ts'
import { runInBrowserGlobals } from './run-in-browser-globals.ts'

type Question = 'sign' | 'inspect' | 'reproduce' | 'callOld'
type Loaded = Readonly<Record<Question, (subject: object, input: unknown) => unknown>>

const answers = join(import.meta.dirname, 'programs/answers.mjs')

async function bundle(specifier: string): Promise<Bundle & { readonly specifier: string }> {
  const program = `export * as subject from '${specifier}'\nexport * from '${answers}'`
  return { specifier, ...(await bundleForBrowser(inject('consumer'), program, 'iife')) }
}

const signer = await bundle('@sigshift/signer')
const detector = await bundle('@sigshift/legacy-detector')
const compat = await bundle('@sigshift/compat')
const meetingsdk = await bundle('@sigshift/compat/meetingsdk')
const bundles = [signer, detector, compat, meetingsdk]

/** As a page asks it; what comes back is data. */
async function ask({ code }: Bundle, question: Question, input: unknown): Promise<unknown> {
  const { subject, ...loaded } = runInBrowserGlobals<Loaded & { subject: object }>(code)
  return JSON.parse(JSON.stringify(await loaded[question](subject, input)))
}

test.each(bundles)('$specifier bundles for browsers without a warning', ({ warnings }) => {
  expect(warnings).toEqual([])
})

test.each(bundles)('$specifier in a browser bundle needs nothing of Node', ({ imports, code }) => {
  expect(imports).toEqual([])
  // Node's other globals are not there where the bundles run below.
  expect(code.match(/(['"])node:\w+\1|\brequire\(/g)).toBeNull()
})

test('the bundled signer signs the known tokens with WebCrypto', async () => {
  expect(await ask(signer, 'sign', tokenVectors)).toEqual(knownTokens)
})

test('the bundled detector tells a dead signature from a sound token', async () => {
  expect(await ask(detector, 'inspect', samples)).toMatchObject([
    { format: 'legacy', mac: 'verified' },
    { format: 'jwt', mac: 'verified', issues: [] },
  ])
})

test('the bundled detector makes the old bytes with crypto-js', async () => {
  expect(detector.modules.filter((path) => path.includes('/crypto-js/'))).not.toEqual([])
  expect(await ask(detector, 'reproduce', legacyInputs)).toEqual(knownLegacySignatures)
})

test.each(oldCalls)(
  '$call.name of $specifier refuses a secret in a browser bundle',
  async (old) => {
    const answer = await ask(
      old.specifier === compat.specifier ? compat : meetingsdk,
      'callOld',
      old.call,
    )
    expect(answer).toMatchObject({
      thrown: { name: 'CredentialsError', code: 'secret-in-frontend' },
      error: { code: 'secret-in-frontend' },
    })
    expect(JSON.stringify(answer)).not.toContain(canary)
  },
)
