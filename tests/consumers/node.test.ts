import { describe, expect, inject, test } from 'vitest'
import { ask as askConsumer, type Question, type Style } from './ask.ts'
import {
  knownLegacySignatures,
  knownTokens,
  legacyInputs,
  samples,
  tokenVectors,
} from './known-answers.ts'
import { expectTokenOfCall, oldCalls, oldCode } from './old-calls.ts'
import { publishables, specifiersOf } from './publishable.ts'
import { runtimes } from './runtimes.ts'

const consumer = inject('consumer')
const styles: readonly Style[] = ['import', 'require']
const cases = runtimes.flatMap((runtime) => styles.map((style) => ({ runtime, style })))
const specifiers = publishables
  .filter(({ isWritten }) => isWritten)
  .flatMap(({ manifest }) => specifiersOf(manifest))

test('the oldest Node that the packages support is among the runtimes', ({ skip }) => {
  if (!runtimes.some(({ major }) => major === 20)) skip('this host has no Node 20 beside ours')
  expect(runtimes.length).toBeGreaterThan(1)
})

describe.each(cases)('$runtime.name, $style', ({ runtime, style }) => {
  const ask = <Answer = unknown>(
    specifier: string | readonly string[],
    question: Question,
    input?: unknown,
  ) =>
    askConsumer<Answer>({
      consumer,
      runtime,
      style,
      specifiers: [specifier].flat(),
      question,
      input,
    })

  test.each(specifiers)('%s loads and has named exports', async (specifier) => {
    expect(await ask(specifier, 'listNames')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^[a-z]\w+$/)]),
    )
  })

  test.each(['@sigshift/signer', '@sigshift/signer/sync'])(
    '%s signs the known tokens',
    async (specifier) => {
      expect(await ask(specifier, 'sign', tokenVectors)).toEqual(knownTokens)
    },
  )

  test('@sigshift/legacy-detector tells a dead signature from a sound token', async () => {
    const [legacy, sound] = await ask<object[]>('@sigshift/legacy-detector', 'inspect', samples)
    expect(legacy).toMatchObject({ format: 'legacy', mac: 'verified' })
    expect(legacy).toMatchObject({ issues: expect.arrayContaining([expect.anything()]) })
    expect(sound).toMatchObject({ format: 'jwt', kind: 'meeting-sdk', mac: 'verified', issues: [] })
  })

  test('@sigshift/legacy-detector makes the old signatures byte for byte', async () => {
    expect(await ask('@sigshift/legacy-detector', 'reproduce', legacyInputs)).toEqual(
      knownLegacySignatures,
    )
  })

  test.each(oldCalls)('$call.name of $specifier signs an old call', async ({ specifier, call }) => {
    const answer = await ask<{ returned: string; success: unknown }>(specifier, 'callOld', call)
    expectTokenOfCall(answer.returned)
    expect(JSON.stringify(answer.success)).toContain(answer.returned)
  })

  test('@sigshift/migrate finds old code with the grammars that come with it', async () => {
    const migrate = ['@sigshift/migrate', '@sigshift/migrate/node']
    const findings = await ask(migrate, 'scan', [{ path: 'old.js', text: oldCode }])
    expect(findings).toEqual([expect.objectContaining({ code: expect.stringMatching(/legacy/) })])
  })
})
