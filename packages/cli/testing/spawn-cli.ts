import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a process left behind. */
export interface Finished {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

const entry = fileURLToPath(new URL('../src/start.ts', import.meta.url))

interface SpawnOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly cwd?: string
}

/** The program as a process of its own, from its source, with nothing but pipes around it. */
export function spawnCli(
  argv: readonly string[],
  { env = {}, input = '', cwd }: SpawnOptions = {},
): Promise<Finished> {
  const child = spawn(process.execPath, ['--conditions=@sigshift/source', entry, ...argv], {
    cwd,
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
}
