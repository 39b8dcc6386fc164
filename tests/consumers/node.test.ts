import { describe, expect, inject, test } from 'vitest'
import { ask, type Style } from './ask.ts'
import { cell } from './cell.ts'
import { type Manifest, publishables, specifiersOf } from './publishable.ts'
import { type Runtime, runtimes } from './runtimes.ts'
import { expectNames, usesOnServers } from './uses.ts'

const alone = inject('alone')
const styles: readonly Style[] = ['import', 'require']
const libraries = publishables
  .map(({ manifest }) => manifest)
  .filter((manifest) => specifiersOf(manifest).length > 0)

test('the oldest Node that the packages support is among the runtimes', ({ skip }) => {
  if (!runtimes.some(({ major }) => major === 20)) skip('this host has no Node 20 beside ours')
  expect(runtimes.length).toBeGreaterThan(1)
})

function describeLibrary(manifest: Manifest, runtime: Runtime, style: Style): void {
  const request = { consumer: alone[manifest.name] ?? '', runtime, style }
  const row = `Node ${runtime.major}, ${style}` as const

  for (const specifier of specifiersOf(manifest)) {
    cell(row, manifest.name, `${specifier} has named exports`, async () => {
      expectNames(await ask({ ...request, specifiers: [specifier], question: 'listNames' }))
    })
  }

  for (const { specifiers, question, input, expectAnswer } of usesOnServers[manifest.name] ?? []) {
    cell(row, manifest.name, `${question} answers right`, async () => {
      expectAnswer(await ask({ ...request, specifiers, question, input }))
    })
  }
}

describe.each(runtimes)('$name', (runtime) => {
  for (const style of styles) {
    for (const manifest of libraries) describeLibrary(manifest, runtime, style)
  }
})
