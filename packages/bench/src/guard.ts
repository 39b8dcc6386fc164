import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isWorthParsing, markers, scan } from '@sigshift/migrate'
import { grammarFiles, walk } from '@sigshift/migrate/node'
import { scanning } from './growth.ts'
import {
  type GuardedRatio,
  inspectRatios,
  scanRatios,
  searchRatios,
  signRatios,
} from './guard-ratios.ts'
import { inspectContenders } from './inspect.ts'
import { type Contender, type Extent, measure } from './measure.ts'
import { writeSourceTree } from './scan-tree.ts'
import { signContenders } from './sign.ts'
import { median, ratios } from './statistics.ts'

interface Guard {
  readonly rows: readonly GuardedRatio[]
  readonly contenders: readonly Contender[]
  readonly extent: Extent
}

function treeOf(folder: string, files: number): Contender {
  const root = join(folder, String(files))
  writeSourceTree(root, files)
  return { name: `${files} files`, run: () => scan(walk(root), { grammars: grammarFiles }) }
}

function searches(): readonly Contender[] {
  const text = 'const total = items.reduce((sum, { price }) => sum + price, 0)\n'.repeat(2000)
  const pattern = new RegExp(markers.join('|'), 'i')
  if (pattern.test(text)) throw new Error('the text is to hold no marker')
  return [
    { name: 'the markers as a RegExp', run: () => pattern.test(text) },
    { name: 'search for the markers', run: () => isWorthParsing(text) },
  ]
}

function guards(folder: string): readonly Guard[] {
  const shortRounds = { rounds: 9, milliseconds: 40 }
  const longRounds = { rounds: 5, milliseconds: 200 }
  const named = (rows: readonly GuardedRatio[], all: readonly Contender[]): readonly Contender[] =>
    all.filter(({ name }) => rows.some(({ ours, against }) => name === ours || name === against))
  return [
    { rows: signRatios, contenders: named(signRatios, signContenders), extent: shortRounds },
    {
      rows: inspectRatios,
      contenders: named(inspectRatios, inspectContenders),
      extent: shortRounds,
    },
    { rows: searchRatios, contenders: searches(), extent: shortRounds },
    {
      rows: scanRatios,
      contenders: [treeOf(folder, 500), treeOf(folder, 1000), scanning(10_000), scanning(40_000)],
      extent: longRounds,
    },
  ]
}

/** The median ratio of each row. */
async function ratiosOf({ rows, contenders, extent }: Guard): Promise<readonly number[]> {
  const samples = await measure(contenders, extent)
  return rows.map(({ ours, against }) => {
    const [values, base] = [samples.get(ours), samples.get(against)]
    if (!values || !base) throw new TypeError(`nothing is measured for ${ours} and ${against}`)
    return median(ratios(values, base))
  })
}

/** What is too slow twice; a machine that was busy once is given another chance. */
async function tooSlow(guard: Guard): Promise<readonly GuardedRatio[]> {
  const first = await ratiosOf(guard)
  const isOver = (row: GuardedRatio, ratio: number | undefined): boolean =>
    (ratio ?? Number.NaN) > row.atMost
  const again = guard.rows.some((row, at) => isOver(row, first[at])) ? await ratiosOf(guard) : first
  guard.rows.forEach((row, at) => {
    const seen = Math.min(first[at] as number, again[at] as number)
    const mark = seen > row.atMost ? 'TOO SLOW' : 'ok'
    const limit = String(row.atMost).padStart(4)
    console.log(`${seen.toFixed(2).padStart(7)} of ${limit}  ${mark}  ${row.ours} / ${row.against}`)
    if (seen > row.atMost) console.log(`         ${row.reason}`)
  })
  return guard.rows.filter((row, at) => isOver(row, first[at]) && isOver(row, again[at]))
}

/** Fails where something has become slower than its neighbours allow. */
export async function runGuard(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-guard-'))
  try {
    console.log('\nRatios of processor time, and what they may be at most')
    let failed = 0
    for (const guard of guards(folder)) failed += (await tooSlow(guard)).length
    return failed === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
