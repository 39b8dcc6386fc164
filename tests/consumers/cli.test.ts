import { describe, expect, inject } from 'vitest'
import { cell } from './cell.ts'
import { tokenVectors } from './known-answers.ts'
import { type Manifest, readJson, root } from './publishable.ts'
import { type Outcome, run } from './run.ts'
import { runtimes } from './runtimes.ts'

const project = inject('alone').sigshift ?? ''
const { version } = readJson<Manifest>(root, 'packages/cli/package.json')
const [vector] = tokenVectors

describe.each(runtimes)('$name', ({ env, major }) => {
  // Where it is not installed, npx must say so and not ask the registry.
  const sigshift = (...args: readonly string[]): Promise<Outcome> =>
    run('npx', ['--no', '--', 'sigshift', ...args], { cwd: project, env })
  const rule = (words: string, body: () => Promise<void>): void =>
    cell(`Node ${major}, npx`, 'sigshift', words, body)

  rule('gives its version', async () => {
    expect(await sigshift('--version')).toMatchObject({ status: 0, stdout: `${version}\n` })
  })

  rule('finds no fault in a sound token, and ends with 0', async () => {
    const now = new Date(vector?.nowMs ?? 0).toISOString()
    const asked = ['explain', vector?.token ?? '', '--json', '--now', now]
    const { status, stdout } = await sigshift(...asked)
    expect(JSON.parse(stdout)).toMatchObject({ sound: true, format: 'jwt', issues: [] })
    expect(status).toBe(0)
  })

  rule('names the fault of the same token a day later, and ends with 1', async () => {
    const dayLater = String((vector?.nowMs ?? 0) / 1000 + 86_400)
    const { status, stdout } = await sigshift('explain', vector?.token ?? '', '--now', dayLater)
    expect(stdout).toMatch(/expired/i)
    expect(status).toBe(1)
  })

  rule('refuses an unknown command with 2', async () => {
    expect(await sigshift('explian')).toMatchObject({ status: 2, stdout: '' })
  })
})
