import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { markers } from '@sigshift/migrate'
import { buildPackages, cli } from './build.ts'
import { describePackages } from './machine.ts'
import { type Command, isInstalled, measureProcesses, runProcess } from './processes.ts'
import { report } from './report.ts'
import { writeSourceTree } from './scan-tree.ts'

const programs = join(import.meta.dirname, 'programs')

/**
 * A program of this folder, on the published form of the packages. They are JavaScript, since Node
 * takes some 45 ms of processor time to load what strips types.
 */
function program(name: string, file: string, ...args: readonly string[]): Command {
  return { name, command: process.execPath, args: [join(programs, file), ...args] }
}

function contenders(root: string): readonly Command[] {
  const ripgrep: Command = {
    name: 'rg, the same words',
    command: 'rg',
    args: ['-i', '-l', '-F', ...markers.flatMap((word) => ['-e', word]), root],
  }
  const hasRipgrep = isInstalled('rg')
  if (!hasRipgrep) console.log('\nrg is not installed: apt-get install ripgrep')
  return [
    ...(hasRipgrep ? [ripgrep] : []),
    program('Node, every file read, one word', 'read-folder.mjs', root),
    program('walk: read, all words', 'scan-folder.mjs', root, 'read'),
    program('scan: the library', 'scan-folder.mjs', root),
    {
      name: 'sigshift scan',
      command: process.execPath,
      args: [cli, 'scan', root, '--format', 'json'],
      alsoFine: [1],
    },
    program('ast-grep, JavaScript alone', 'ast-grep-folder.mjs', root),
  ]
}

interface LibraryScan {
  readonly processor: number
  readonly megabytes: number
}

/** What a scan by the library takes, without the start of Node. */
export function scanFolder(root: string): LibraryScan {
  return JSON.parse(runProcess(program('scan', 'scan-folder.mjs', root)).stdout)
}

function compare(root: string, rounds: number): void {
  const commands = contenders(root)
  const samples = measureProcesses(commands, rounds)
  const reference = (commands[0] as Command).name
  const time = samples(({ milliseconds }) => milliseconds)
  report('Scanning the tree, whole processes', 'ms', time, reference)
  const processor = samples((run) => run.processor)
  report('the same, processor time on all cores', 'ms', processor, reference)
}

function double(root: string, files: number, rounds: number): void {
  const once: LibraryScan[] = []
  const twice: LibraryScan[] = []
  for (let round = 0; round < rounds; round += 1) {
    once.push(scanFolder(join(root, 'once')))
    twice.push(scanFolder(join(root, 'twice')))
  }
  for (const [unit, pick] of [
    ['ms', (scan: LibraryScan) => scan.processor],
    ['MB', (scan: LibraryScan) => scan.megabytes],
  ] as const) {
    const samples = new Map([
      [`${files} files`, once.map(pick)],
      [`${files * 2} files`, twice.map(pick)],
    ])
    report(`When the tree doubles: ${unit}`, unit, samples, `${files} files`)
  }
}

export async function benchScan(files = 10_000, rounds = 7): Promise<void> {
  buildPackages()
  const root = mkdtempSync(join(tmpdir(), 'sigshift-bench-'))
  try {
    const bytes = writeSourceTree(join(root, 'once'), files)
    writeSourceTree(join(root, 'twice'), files * 2)
    console.log(`\n${files} files, ${(bytes / 1e6).toFixed(0)} MB`)
    console.log(describePackages(['@ast-grep/napi', '@sigshift/migrate']))
    compare(join(root, 'once'), rounds)
    double(root, files, Math.min(rounds, 5))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
