import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderMatrix } from './matrix.ts'

test('the README has the matrix, all of whose cells must pass', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  expect(readme).toContain(renderMatrix(() => 'passed'))
})
