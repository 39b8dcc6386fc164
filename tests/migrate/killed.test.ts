import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { applyEdits, type MigrationPlan, plan, scan } from '../../packages/migrate/src/index.ts'
import { apply, grammarFiles } from '../../packages/migrate/src/node.ts'
import { makeTree, old, removeTree, writeTree } from './trees.ts'

const program = join(import.meta.dirname, '../../packages/migrate/testing/apply-plan.ts')
const kills = 200
const atOnce = 4

const before: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `src/${index % 5}/sign-${index}.js`,
      `${old}// ${'filler '.repeat(index * 200)}\n`,
    ]),
  ),
  'package.json': '{\n  "dependencies": {\n    "express": "^4.17.1"\n  }\n}\n',
}

async function planned(): Promise<MigrationPlan> {
  const files = Object.entries(before).map(([path, text]) => ({ path, text }))
  return plan(await scan(files, { grammars: grammarFiles }))
}

async function start(planFile: string, root: string): Promise<ChildProcess> {
  const child = fork(program, [planFile, root], {
    execArgv: ['--conditions=@sigshift/source', '--no-warnings'],
  })
  await once(child, 'message')
  return child
}

/** How long a run takes that nothing disturbs. */
async function fullRun(planFile: string): Promise<number> {
  const root = makeTree(before)
  const child = await start(planFile, root)
  const from = performance.now()
  child.send('go')
  await once(child, 'message')
  const duration = performance.now() - from
  removeTree(root)
  return duration
}

function filesOf(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

test(`every file is whole after SIGKILL at ${kills} moments, and a rerun completes`, async () => {
  const migration = await planned()
  const after = Object.fromEntries(
    migration.files.map(({ file, edits }) => [file, applyEdits(before[file] ?? '', edits)]),
  )
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort())
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-plan-'))
  const planFile = join(folder, 'plan.json')
  writeFileSync(planFile, JSON.stringify(migration))
  const duration = await fullRun(planFile)
  const written: number[] = []
  let left = kills

  const worker = async (): Promise<void> => {
    const root = makeTree(before)
    while (left > 0) {
      left -= 1
      const child = await start(planFile, root)
      const exit = once(child, 'exit')
      child.send('go')
      await setTimeout(Math.random() * duration * 1.5)
      child.kill('SIGKILL')
      await exit
      const states = Object.keys(before).map((file) => {
        const text = readFileSync(join(root, file), 'utf8')
        if (text !== before[file] && text !== after[file]) throw new Error(`${file} is torn`)
        return text === after[file]
      })
      written.push(states.filter(Boolean).length)
      await apply(migration, root)
      for (const [file, text] of Object.entries(after))
        expect(readFileSync(join(root, file), 'utf8')).toBe(text)
      expect(filesOf(root)).toEqual(Object.keys(before).sort())
      writeTree(root, before)
    }
    removeTree(root)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  rmSync(folder, { recursive: true })
  // The moments were spread: before, within and after the writing.
  const within = written.filter((count) => count > 0 && count < Object.keys(before).length).length
  expect(written).toHaveLength(kills)
  expect(within).toBeGreaterThan(kills / 4)
})
