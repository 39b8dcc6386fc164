import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { packAll, type Tarball } from './pack-all.ts'
import { installInto, twoAtATime } from './projects.ts'
import { publishables, root } from './publishable.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** An empty npm project with every publishable package installed from its tarball. */
    readonly consumer: string
    /** By package name: an empty npm project with that package alone, and what it depends on. */
    readonly alone: Readonly<Record<string, string>>
    readonly tarballs: readonly Tarball[]
    /** The paths in each tarball, by package name. */
    readonly packed: Readonly<Record<string, readonly string[]>>
  }
}

/** Builds, packs and installs once for all tests. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-consumer-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const written = publishables.filter(({ isWritten }) => isWritten)
    const tarballs = await packAll(root, written, folder)
    const [consumer = '', ...alone] = await twoAtATime(
      [tarballs, ...tarballs.map((tarball) => [tarball])],
      (wanted) => installInto(mkdtempSync(join(folder, 'project-')), wanted, tarballs),
    )
    project.provide('consumer', consumer)
    project.provide(
      'alone',
      Object.fromEntries(tarballs.map(({ name }, i) => [name, alone[i] ?? ''])),
    )
    project.provide('tarballs', tarballs)
    project.provide('packed', Object.fromEntries(tarballs.map(({ name, paths }) => [name, paths])))
    return remove
  } catch (error) {
    remove()
    throw error
  }
}
