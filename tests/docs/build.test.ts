import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { buildSite, dist } from './build-site.ts'

const scratch = mkdtempSync(join(tmpdir(), 'sigshift-docs-'))

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function hashesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  return Object.fromEntries(
    files
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  )
}

describe('a build', () => {
  it('gives the same bytes as the one before', () => {
    const start = performance.now()
    const outDir = join(scratch, 'again')
    buildSite(outDir)
    process.stdout.write(`build: ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
    const [first, second] = [hashesOf(dist), hashesOf(outDir)]
    const paths = new Set([...Object.keys(first), ...Object.keys(second)])
    expect([...paths].filter((path) => first[path] !== second[path])).toEqual([])
  })
})
