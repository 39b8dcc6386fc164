import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { oldCode } from './old-calls.ts'
import { output } from './run.ts'
import { runtimes } from './runtimes.ts'

const consumer = inject('alone')['@sigshift/migrate'] ?? ''

/** A tree whose files say nothing but for those in `old`. */
function createTree(folder: string, files: number, old: readonly string[]): void {
  for (let index = 0; index < files; index += 1) {
    const path = join(folder, `d${index % 4}`, `f${index}.js`)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, 'export const nothing = 0\n')
  }
  for (const path of old) writeFileSync(join(folder, path), oldCode)
}

describe.each(runtimes)('$name, @sigshift/migrate from its tarball', ({ node, env }) => {
  async function scanTree(files: number, old: readonly string[]): Promise<unknown> {
    const folder = mkdtempSync(join(consumer, 'tree-'))
    const program = join(folder, 'scan-tree.mjs')
    copyFileSync(join(import.meta.dirname, 'programs/scan-tree.mjs'), program)
    const tree = join(folder, 'tree')
    createTree(tree, files, old)
    return JSON.parse(await output(node, [program, tree], { cwd: folder, env }))
  }

  test('searches a large tree in a thread beside, which runs and answers', async () => {
    const old = ['d0/f0.js', 'd2/f1002.js', 'd3/f1999.js']
    expect(await scanTree(2000, old)).toEqual({ found: old, parsed: 3, threads: 1 })
  })

  test('searches a small tree without a thread', async () => {
    const old = ['d0/f0.js', 'd3/f99.js']
    expect(await scanTree(100, old)).toEqual({ found: old, parsed: 2, threads: 0 })
  })
})
