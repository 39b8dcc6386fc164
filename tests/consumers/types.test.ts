import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { root } from './publishable.ts'
import { run } from './run.ts'

const compiler = join(root, 'node_modules/typescript/bin/tsc')
const program = join(import.meta.dirname, 'programs/typed-consumer.ts')

const resolutions = [
  { module: 'nodenext', moduleResolution: 'nodenext', file: 'main.mts' },
  { module: 'nodenext', moduleResolution: 'nodenext', file: 'main.cts' },
  { module: 'esnext', moduleResolution: 'bundler', file: 'main.ts' },
  { module: 'preserve', moduleResolution: 'bundler', file: 'main.ts' },
]

test.each(resolutions)(
  'a strict TypeScript consumer checks: $moduleResolution, module $module, $file',
  async ({ file, ...resolution }) => {
    const folder = mkdtempSync(join(inject('consumer'), 'types-'))
    copyFileSync(program, join(folder, file))
    const compilerOptions = {
      ...resolution,
      target: 'es2022',
      lib: ['es2022'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: false,
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }))
    expect(await run(process.execPath, [compiler, '--pretty', 'false'], { cwd: folder })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    })
  },
)
