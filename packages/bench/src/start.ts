import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPackages, cli } from './build.ts'
import { type Command, measureProcesses } from './processes.ts'
import { report } from './report.ts'
import { median, type Samples } from './statistics.ts'

const token =
  'eHUzSlBhQV9SSlcyLTlsNV9IQWFMQS4xMjM0NTY3ODkuMTU4MzE2OTUzODc3My4wLkJMNEtiM3FINGx5ZzA1MUZtbGJOcGtPRnlFQS9lQUR2bGllVzJNNGZJeWs9'

function call(name: string, ...args: readonly string[]): Command {
  return { name, command: process.execPath, args: [cli, ...args], alsoFine: [1] }
}

/** What each command costs over the start of Node itself. */
export async function benchStart(rounds = 21): Promise<void> {
  buildPackages()
  const empty = mkdtempSync(join(tmpdir(), 'sigshift-bench-'))
  try {
    const nothing: Command = { name: 'node -e 0', command: process.execPath, args: ['-e', '0'] }
    const samples = measureProcesses(
      [
        nothing,
        call('sigshift --version', '--version'),
        call('sigshift --help', '--help'),
        call('sigshift explain', 'explain', token),
        call('sigshift scan, empty folder', 'scan', empty),
      ],
      rounds,
    )
    const time = samples(({ milliseconds }) => milliseconds)
    const processor = samples((run) => run.processor)
    report('Start of the command line', 'ms', time, nothing.name)
    report('the same, processor time on all cores', 'ms', processor, nothing.name)
    const over = (all: ReadonlyMap<string, Samples>, name: string): string =>
      (median(all.get(name) ?? []) - median(all.get(nothing.name) ?? [])).toFixed(0)
    console.log('\nOver the start of Node, medians in ms: time, processor time')
    for (const name of time.keys())
      console.log(`${name}: ${over(time, name)}, ${over(processor, name)}`)
  } finally {
    rmSync(empty, { recursive: true, force: true })
  }
}
