import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Samples } from './statistics.ts'

export interface Command {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Exit codes of success, beside 0. */
  readonly alsoFine?: readonly number[]
}

export interface Run {
  readonly stdout: string
  readonly milliseconds: number
  /** Processor time in milliseconds, on all cores; the kernel counts in steps of 10. */
  readonly processor: number
}

/** User and system time of ended children, in ticks of 10 ms. */
function childrenTicks(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return Number(fields[13]) + Number(fields[14])
}

export function runProcess({ command, args, alsoFine = [] }: Command): Run {
  const ticks = childrenTicks()
  const start = performance.now()
  const { status, stdout, error } = spawnSync(command, args, {
    maxBuffer: 1e9,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const milliseconds = performance.now() - start
  if (error) throw error
  if (status !== 0 && !alsoFine.includes(status ?? -1)) throw new Error(`${command}: ${status}`)
  return { stdout, milliseconds, processor: (childrenTicks() - ticks) * 10 }
}

export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version']).status === 0
}

/** Starts the programs in turns, and gives what `pick` sees in each run. */
export function measureProcesses(
  commands: readonly Command[],
  rounds: number,
): (pick: (run: Run) => number) => ReadonlyMap<string, Samples> {
  for (const command of commands) runProcess(command)
  const runs = new Map<string, Run[]>(commands.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const command of commands) runs.get(command.name)?.push(runProcess(command))
  }
  return (pick) => new Map([...runs].map(([name, all]) => [name, all.map(pick)]))
}
