import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'vitepress'

const docs = join(import.meta.dirname, '..')

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Builds share scratch folders of VitePress and the reference of the packages, so they take turns. */
async function takeTurn(): Promise<() => void> {
  const turn = join(docs, '.vitepress/.building')
  for (;;) {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' })
      return () => rmSync(turn, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (!isRunning(Number(readFileSync(turn, 'utf8')))) rmSync(turn, { force: true })
    await setTimeout(250)
  }
}

/** Builds into a folder beside the one asked for, which therefore has a whole site or none. */
async function buildInto(folder: string): Promise<void> {
  const endTurn = await takeTurn()
  const fresh = `${folder}.building-${process.pid}`
  try {
    await import('./write-package-reference.ts')
    await build(docs, { outDir: fresh })
    // An empty folder, or an older site, gives way.
    rmSync(folder, { recursive: true, force: true })
    renameSync(fresh, folder)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    endTurn()
  }
}

await buildInto(resolve(process.argv[2] ?? join(docs, '.vitepress/dist')))
