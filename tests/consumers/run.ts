import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export interface Outcome {
  /** `null` where a signal ended it. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
}

/** Runs a program to its end, whatever its end is; its standard input is empty. */
export async function run(
  command: string,
  args: readonly string[],
  { cwd, env = process.env }: RunOptions,
): Promise<Outcome> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [status, stdout, stderr] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ])
  return { status, stdout, stderr }
}

/** The same for a program that must succeed; gives what it printed. */
export async function output(
  command: string,
  args: readonly string[],
  options: RunOptions,
): Promise<string> {
  const { status, stdout, stderr } = await run(command, args, options)
  if (status === 0) return stdout
  throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`)
}
