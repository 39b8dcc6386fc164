import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from './report.ts'
import { writeSourceTree } from './scan-tree.ts'

const program = join(import.meta.dirname, '../../migrate/testing/scan-tree.ts')

interface Scan {
  readonly read: number
  readonly found: readonly string[]
  readonly words: readonly string[]
  readonly milliseconds: number
  readonly megabytes: number
}

function scanOnce(root: string): Scan {
  const args = ['--conditions=@sigshift/source', program, root]
  const { status, stdout } = spawnSync(process.execPath, args, { maxBuffer: 1e8, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the scan ended with ${status}`)
  return JSON.parse(stdout)
}

function timed<T>(run: () => T): { readonly value: T; readonly milliseconds: number } {
  const start = performance.now()
  const value = run()
  return { value, milliseconds: performance.now() - start }
}

/** The same words in the same tree; nothing where rg is not installed. */
function ripgrep(root: string, words: readonly string[]): number | undefined {
  const args = ['-i', '-l', '-F', ...words.flatMap((word) => ['-e', word]), root]
  const { value, milliseconds } = timed(() => spawnSync('rg', args, { maxBuffer: 1e8 }))
  return value.status === 0 ? milliseconds : undefined
}

function compare(root: string, rounds: number): void {
  const { words } = scanOnce(root)
  const whole: number[] = []
  const inside: number[] = []
  const rg: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const grep = ripgrep(root, words)
    if (grep !== undefined) rg.push(grep)
    const { value, milliseconds } = timed(() => scanOnce(root))
    whole.push(milliseconds)
    inside.push(value.milliseconds)
  }
  if (rg.length < rounds) console.log('\nrg is not installed: apt-get install ripgrep')
  const samples = new Map([
    ...(rg.length < rounds ? [] : [['rg, the same words', rg] as const]),
    ['scan, the whole process', whole] as const,
    ['scan, without the start of Node', inside] as const,
  ])
  report('Scanning the tree', 'ms', samples, [...samples.keys()][0] as string)
}

export async function benchScan(files = 10_000, rounds = 7): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'sigshift-bench-'))
  try {
    const bytes = writeSourceTree(join(root, 'once'), files)
    writeSourceTree(join(root, 'twice'), files * 2)
    console.log(`\n${files} files, ${(bytes / 1e6).toFixed(0)} MB`)
    compare(join(root, 'once'), rounds)
    const once: Scan[] = []
    const twice: Scan[] = []
    for (let round = 0; round < 5; round += 1) {
      once.push(scanOnce(join(root, 'once')))
      twice.push(scanOnce(join(root, 'twice')))
    }
    for (const [unit, pick] of [
      ['ms', (scan: Scan) => scan.milliseconds],
      ['MB', (scan: Scan) => scan.megabytes],
    ] as const) {
      const samples = new Map([
        [`${files} files`, once.map(pick)],
        [`${files * 2} files`, twice.map(pick)],
      ])
      report(`When the tree doubles: ${unit}`, unit, samples, `${files} files`)
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
