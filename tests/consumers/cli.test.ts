import { describe, expect, inject, test } from 'vitest'
import { tokenVectors } from './known-answers.ts'
import { type Manifest, readJson, root } from './publishable.ts'
import { type Outcome, run } from './run.ts'
import { runtimes } from './runtimes.ts'

const consumer = inject('consumer')
const { version } = readJson<Manifest>(root, 'packages/cli/package.json')
const [vector] = tokenVectors

describe.each(runtimes)('npx sigshift on $name', ({ env }) => {
  // Where it is not installed, npx must say so and not ask the registry.
  const sigshift = (...args: readonly string[]): Promise<Outcome> =>
    run('npx', ['--no', '--', 'sigshift', ...args], { cwd: consumer, env })

  test('gives its version', async () => {
    expect(await sigshift('--version')).toMatchObject({ status: 0, stdout: `${version}\n` })
  })

  test('finds no fault in a sound token, and ends with 0', async () => {
    const { status, stdout } = await sigshift(
      'explain',
      vector?.token ?? '',
      '--json',
      '--now',
      new Date(vector?.nowMs ?? 0).toISOString(),
    )
    expect(JSON.parse(stdout)).toMatchObject({ sound: true, format: 'jwt', issues: [] })
    expect(status).toBe(0)
  })

  test('names the fault of the same token a day later, and ends with 1', async () => {
    const dayLater = String((vector?.nowMs ?? 0) / 1000 + 86_400)
    const { status, stdout } = await sigshift('explain', vector?.token ?? '', '--now', dayLater)
    expect(stdout).toMatch(/expired/i)
    expect(status).toBe(1)
  })

  test('refuses an unknown command with 2', async () => {
    expect(await sigshift('explian')).toMatchObject({ status: 2, stdout: '' })
  })
})
