import { expect, test } from 'vitest'
import { boundaries, findBreaches } from './boundaries.ts'

/** One planted fault a rule: path, text. */
const faults: Readonly<Record<string, readonly [string, string]>> = {
  'spec-imports-nothing': ['packages/spec/src/a.ts', "import { SignJWT } from 'jose'\nSignJWT"],
  'arrows-one-way': [
    'packages/signer/src/a.ts',
    "import { inspect } from '@sigshift/legacy-detector'\ninspect",
  ],
  'no-node-import': ['packages/legacy-detector/src/a.ts', "export { hash } from 'node:crypto'"],
  'no-hidden-clock': ['packages/compat/src/a.ts', 'export const now = Date.now()'],
  'no-process': ['packages/signer/src/a.ts', 'console.log(1)'],
  'no-relative-import-across-packages': [
    'packages/compat/src/a.ts',
    "export const a = await import('../../signer/src/index.ts')",
  ],
  'file-length': ['packages/cli/src/a.ts', 'export {}\n'.repeat(251)],
}

test.each(boundaries.map((boundary) => boundary.name))('%s fails on a planted fault', (name) => {
  const [path, text] = faults[name] as readonly [string, string]
  const breaches = findBreaches([{ path, text }])
  expect(breaches.map((breach) => breach.split(':')[0])).toContain(name)
})

test('a circle is found, and named by its files', () => {
  const files = [
    { path: 'packages/spec/src/a.ts', text: "import './b.ts'" },
    { path: 'packages/spec/src/b.ts', text: "export { c } from './c.ts'" },
    { path: 'packages/spec/src/c.ts', text: "import { a } from './a.ts'\nexport const c = a" },
  ]
  expect(findBreaches(files)).toEqual([
    'no-circles: packages/spec/src/a.ts -> packages/spec/src/b.ts -> packages/spec/src/c.ts -> packages/spec/src/a.ts',
  ])
})

test('types, comments and edges break no rule', () => {
  const files = [
    {
      path: 'packages/signer/src/a.ts',
      text: "import type { A } from '@sigshift/legacy-detector'\n// console.log(Date.now())\nexport type B = A",
    },
    { path: 'packages/signer/src/sync.ts', text: "import 'node:crypto'" },
    { path: 'packages/cli/src/main.ts', text: 'console.log(process.argv, Date.now())' },
    { path: 'packages/spec/src/a.test.ts', text: "import 'vitest'\nconsole.log(Date.now())" },
  ]
  expect(findBreaches(files)).toEqual([])
})
