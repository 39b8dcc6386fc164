import { copyFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, inject } from 'vitest'
import { cell } from './cell.ts'
import { run } from './run.ts'
import { cleanEnv } from './runtimes.ts'
import { installTool, programOf, type Toolset } from './tools.ts'

const programs = join(import.meta.dirname, 'programs/typed')
const names = readdirSync(programs).map((file) => basename(file, '.ts'))
const compilers = ['5.6', '5.9', '6.0', '7.0'] as const

/** How a program that uses the package is named and resolved. */
const resolutions = [
  { module: 'node16', moduleResolution: 'node16', extensions: ['mts'] },
  { module: 'nodenext', moduleResolution: 'nodenext', extensions: ['mts', 'cts'] },
  { module: 'esnext', moduleResolution: 'bundler', extensions: ['ts'] },
  { module: 'preserve', moduleResolution: 'bundler', extensions: ['ts'] },
]

/** TypeScript knows since 5.8, and there under `nodenext` alone, that Node can require ES modules. */
const requiresEsm = (version: string): boolean => version !== '5.6'

/** The program as a file of the project that has the package, and nothing else of ours. */
function place(name: string, extension: string): string {
  const folder = mkdtempSync(join(inject('alone')[`@sigshift/${name}`] ?? '', 'types-'))
  const file = join(folder, `main.${extension}`)
  copyFileSync(join(programs, `${name}.ts`), file)
  return file
}

/** What a compiler says, all packages in one call, since starting it takes longer than checking. */
async function complaints(version: string, resolution: (typeof resolutions)[number]) {
  const { extensions, ...how } = resolution
  const folder = mkdtempSync(join(inject('consumer'), 'types-'))
  const allowed = extensions.filter((extension) => extension !== 'cts' || requiresEsm(version))
  const files = names.flatMap((name) => allowed.map((extension) => place(name, extension)))
  const compilerOptions = {
    ...how,
    target: 'es2022',
    lib: ['es2022'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  const tool = await installTool(`typescript-${version}` as Toolset)
  const options = { cwd: folder, env: cleanEnv() }
  const { stdout } = await run(programOf(tool, 'tsc'), ['--pretty', 'false'], options)
  return stdout.split('\n').filter((line) => line !== '')
}

describe.each(compilers)('TypeScript %s', (version) => {
  const said = new Map<string, readonly string[]>()

  beforeAll(async () => {
    for (const resolution of resolutions) {
      said.set(resolution.module, await complaints(version, resolution))
    }
  })

  for (const name of names) {
    for (const { module, moduleResolution } of resolutions) {
      const rule = `strict, moduleResolution ${moduleResolution}, module ${module}`
      cell(`TypeScript ${version}`, `@sigshift/${name}`, rule, () => {
        const project = basename(inject('alone')[`@sigshift/${name}`] ?? '?')
        // A complaint that names no file is of the options, and so of every package.
        const ours = said
          .get(module)
          ?.filter((line) => line.includes(project) || !/project-/.test(line))
        expect(ours).toEqual([])
      })
    }
  }
})
