import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { walk } from './walk.ts'

const started = vi.hoisted(() => ({ threads: 0, answers: 0, fault: '' }))
const alive = vi.hoisted(() => new Set<object>())

vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  availableParallelism: () => 3,
}))

vi.mock('node:worker_threads', async (original) => {
  const { Worker } = await original<typeof import('node:worker_threads')>()
  class Watched extends Worker {
    constructor(...[program, options]: ConstructorParameters<typeof Worker>) {
      if (started.fault === 'none to be had') throw new Error('no threads here')
      super(started.fault === 'ends at once' ? new URL('data:text/javascript,') : program, options)
      started.threads += 1
      alive.add(this)
      this.on('exit', () => alive.delete(this))
      this.on('message', () => {
        started.answers += 1
        if (started.fault === 'ends while it works') void this.terminate()
      })
    }
  }
  return { Worker: Watched }
})

const roots: string[] = []
afterEach(async () => {
  Object.assign(started, { threads: 0, answers: 0, fault: '' })
  await Promise.all(roots.splice(0).map((root) => rm(root, { recursive: true, force: true })))
})

const perFolder = 200

/** Every tenth file holds a word. */
async function createTree(folders: number): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'sigshift-search-'))
  roots.push(root)
  for (let folder = 0; folder < folders; folder += 1) {
    await mkdir(join(root, `d${folder}`))
    for (let file = 0; file < perFolder; file += 1) {
      const text = file % 10 === 0 ? 'createHmac()\n' : 'let x\n'.repeat(200)
      await writeFile(join(root, `d${folder}`, `f${file}.js`), text)
    }
  }
  return root
}

async function walked(root: string) {
  const read: string[] = []
  const found: string[] = []
  for await (const { path } of walk(root, { onRead: (file) => read.push(file) })) found.push(path)
  return { read, found }
}

function expected(folders: number) {
  const names = Array.from({ length: perFolder }, (_, file) => `f${file}.js`).sort()
  const read = Array.from({ length: folders }, (_, folder) => `d${folder}`).flatMap((folder) =>
    names.map((name) => `${folder}/${name}`),
  )
  return { read, found: read.filter((path) => /0\.js$/.test(path)) }
}

test('a small tree is searched without threads', async () => {
  expect(await walked(await createTree(1))).toEqual(expected(1))
  expect(started.threads).toBe(0)
})

test('threads search a large one, and its files come in order', async () => {
  expect(await walked(await createTree(3))).toEqual(expected(3))
  expect(started.threads).toBe(2)
})

test('threads go on while a file is worked on', async () => {
  for await (const { path } of walk(await createTree(3))) {
    if (path === 'd0/f0.js') await vi.waitUntil(() => started.answers > 0, { timeout: 20_000 })
  }
  expect(started.threads).toBe(2)
}, 30_000)

describe('nothing is missed where a thread', () => {
  test.each(['none to be had', 'ends at once', 'ends while it works'])('%s', async (fault) => {
    started.fault = fault
    expect(await walked(await createTree(3))).toEqual(expected(3))
  })
})

test('a walk that is left early ends its threads', async () => {
  for await (const _ of walk(await createTree(3))) break
  expect(started.threads).toBe(2)
  await vi.waitUntil(() => alive.size === 0, { timeout: 20_000 })
}, 30_000)
