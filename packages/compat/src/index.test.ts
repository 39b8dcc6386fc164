import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')

/** Runs a program as a user's process would, so that what is once a process is seen to be. */
async function runProgram(
  program: string,
  ...flags: string[]
): Promise<Record<'out' | 'err', string>> {
  const args = ['--conditions=@sigshift/source', ...flags, '--input-type=module-typescript']
  const { stdout, stderr } = await run(process.execPath, [...args, '-e', program], { cwd: root })
  return { out: stdout.trim(), err: stderr }
}

const args = `{
  apiKey: 'a-key', apiSecret: 'CANARY-secret', sdkKey: 'a-key', sdkSecret: 'CANARY-secret',
  meetingNumber: '98765432101', role: '0',
}`

test('a process is warned once, with a code to filter by, and not of the secret', async () => {
  const { out, err } = await runProgram(`
    import { generateSignature } from '@sigshift/compat'
    const [first, second] = [generateSignature(${args}), generateSignature(${args})]
    console.log(first.split('.').length + second.split('.').length)
  `)
  expect(out).toBe('6')
  expect(err.match(/\[SIGSHIFT_COMPAT\] DeprecationWarning: /g)).toHaveLength(1)
  expect(err).not.toContain('CANARY')
})

test('generateSDKSignature warns of nothing, and its time is now', async () => {
  const { out, err } = await runProgram(`
    import { generateSDKSignature } from '@sigshift/compat'
    import { generateSDKSignature as other } from '@sigshift/compat/meetingsdk'
    for (const sign of [generateSDKSignature, other]) {
      const { iat } = JSON.parse(atob(sign(${args}).split('.')[1]))
      console.log(Math.abs(Date.now() / 1000 - 30 - iat) < 5)
    }
  `)
  expect(out).toBe('true\ntrue')
  expect(err).not.toContain('Warning')
})

test('a namespace import keeps calls that were written on ZoomMtg', async () => {
  const { out } = await runProgram(`
    import * as ZoomMtg from '@sigshift/compat'
    ZoomMtg.generateSDKSignature({ ...${args}, success: (res) => console.log(res.result.length > 200) })
  `)
  expect(out).toBe('true')
})

test('a worker’s build signs as a server does, though it also asks for the browser condition', async () => {
  const program = `console.log(import.meta.resolve('@sigshift/compat').split('/').at(-1))`
  const resolve = async (...names: string[]): Promise<string> =>
    (await runProgram(program, ...names.map((name) => `--conditions=${name}`))).out
  expect(await resolve()).toBe('index.ts')
  expect(await resolve('browser')).toBe('browser.ts')
  expect(await resolve('workerd', 'worker', 'browser')).toBe('index.ts')
})
