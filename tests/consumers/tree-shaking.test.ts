import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, inject, test } from 'vitest'
import { bundleForBrowser } from './bundle.ts'

interface Entry {
  readonly title: string
  readonly cause: string
  readonly remedy: string
}

const consumer = inject('consumer')
const spec = pathToFileURL(join(consumer, 'node_modules/@sigshift/spec/dist/index.js')).href
const { issueCatalogue }: { issueCatalogue: Record<string, Entry> } = await import(spec)

/** Of each text what no printer of string literals changes. */
const prose = Object.values(issueCatalogue)
  .flatMap(({ title, cause, remedy }) => [title, cause, remedy])
  .flatMap((text) => text.match(/[\w ,;:()-]{16,}/g) ?? [])

const proseIn = (code: string): readonly string[] => prose.filter((text) => code.includes(text))

test('the search for prose finds all of it where the catalogue is asked for', async () => {
  const program = `export { issueCatalogue } from '@sigshift/spec'`
  const { code } = await bundleForBrowser(consumer, program)
  expect(prose.length).toBeGreaterThan(Object.keys(issueCatalogue).length)
  expect(proseIn(code)).toEqual(prose)
})

test.each(['signer', 'signer/sync'])(
  'createSigner of %s alone pulls in no detector',
  async (entry) => {
    const program = `export { createSigner } from '@sigshift/${entry}'`
    const { code, modules } = await bundleForBrowser(consumer, program)
    const foreign = /node_modules\/(?:@sigshift\/(?!signer\/|spec\/)|crypto-js\/|js-base64\/)/
    expect(modules.filter((path) => foreign.test(path))).toEqual([])
    expect(code).not.toMatch(/legacy|reproduce|forensic/i)
  },
)

test.each(['signer', 'signer/sync'])(
  'createSigner of %s alone pulls in no prose',
  async (entry) => {
    const program = `export { createSigner } from '@sigshift/${entry}'`
    const { code } = await bundleForBrowser(consumer, program)
    expect(proseIn(code)).toEqual([])
  },
)
