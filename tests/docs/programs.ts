import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { checkClaims, meetingSdk } from '../../packages/spec/src/index.ts'

export const snippetFolder: string = join(import.meta.dirname, '../../docs/snippets')
/** For what is compiled; gone when the process of the tests ends. */
export const scratch: string = mkdtempSync(join(tmpdir(), 'sigshift-snippets-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

const key = 'xu3JPaA_RJW2-9l5_HAaLA'
const secret = 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq'
export const signingEnvironment = {
  ZOOM_MEETING_SDK_KEY: key,
  ZOOM_MEETING_SDK_SECRET: secret,
} as const

export type Command = readonly [program: string, ...args: string[]]

/** The first program of some commands that is not here. */
export function missingProgram(commands: readonly Command[]): string | undefined {
  return commands
    .map(([program]) => program)
    .find((program) => spawnSync('sh', ['-c', `command -v "${program}"`]).status !== 0)
}

/** What a program prints; it must end well and complain of nothing. */
export function run([program, ...args]: Command): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: {
      ...process.env,
      ...signingEnvironment,
      GOCACHE: join(scratch, 'go-cache'),
      GO111MODULE: 'off',
      PYTHONDONTWRITEBYTECODE: '1',
    },
  })
  expect(stderr + (status === 0 ? '' : stdout)).toBe('')
  return stdout.trim()
}

/** The JWT in what a program or an endpoint printed. */
export function tokenIn(printed: string): string {
  return /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(printed)?.[0] ?? ''
}

/** Checks MAC, header and claims of a token that a snippet made for 845 1236 7890 since `before`. */
export function expectSound(token: string, before: number): void {
  const [header = '', payload = '', mac = ''] = token.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  const known = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')
  expect(mac).toBe(known)
  expect(read(header)).toEqual({ alg: 'HS256', typ: 'JWT' })
  const claims = read(payload)
  expect(checkClaims(meetingSdk, claims)).toEqual([])
  expect(claims).toMatchObject({ appKey: key, sdkKey: key, mn: '84512367890', role: 0 })
  expect(claims.iat).toBeLessThanOrEqual(Math.floor(Date.now() / 1000))
  expect(claims.iat).toBeGreaterThanOrEqual(before - 90)
  expect(claims.exp - claims.iat).toBe(7200)
}
