import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { packAll } from './pack-all.ts'
import { publishables, root } from './publishable.ts'
import { output } from './run.ts'
import { cleanEnv } from './runtimes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** An empty npm project with every publishable package installed from its tarball. */
    readonly consumer: string
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
    writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }\n')
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
    const install = ['install', '--engine-strict', '--prefer-offline', ...quiet]
    const files = tarballs.map(({ file }) => file)
    await output('npm', [...install, ...files], { cwd: folder, env: cleanEnv() })
    project.provide('consumer', folder)
    project.provide('packed', Object.fromEntries(tarballs.map(({ name, paths }) => [name, paths])))
    return remove
  } catch (error) {
    remove()
    throw error
  }
}
