import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPackages } from './build.ts'
import { inspecting, scanning } from './growth.ts'
import { describeMachine } from './machine.ts'
import { measure } from './measure.ts'
import { type Panel, type Point, renderPanels } from './render-panels.ts'
import { scanFolder } from './scan.ts'
import { writeSourceTree } from './scan-tree.ts'
import { median } from './statistics.ts'

async function inProcess(
  sizes: readonly number[],
  contender: typeof inspecting,
): Promise<readonly Point[]> {
  const contenders = sizes.map(contender)
  const samples = await measure(contenders, { rounds: 7, milliseconds: 100 })
  return sizes.map((size, at) => ({
    size,
    value: median(samples.get(contenders[at]?.name ?? '') ?? []) / 1000,
  }))
}

function trees(sizes: readonly number[], rounds: number): readonly Panel[] {
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-bench-'))
  try {
    const measured = sizes.map((files) => {
      const root = join(folder, String(files))
      writeSourceTree(root, files)
      const scans = Array.from({ length: rounds }, () => scanFolder(root))
      return {
        files,
        processor: median(scans.map(({ processor }) => processor)),
        megabytes: median(scans.map(({ megabytes }) => megabytes)),
      }
    })
    const points = (pick: (each: (typeof measured)[number]) => number): readonly Point[] =>
      measured.map((each) => ({ size: each.files, value: pick(each) }))
    return [
      { title: 'scan a tree', size: 'files', unit: 'ms', points: points((each) => each.processor) },
      {
        title: 'memory for it',
        size: 'files',
        unit: 'MB',
        points: points((each) => each.megabytes),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const drawing = join(import.meta.dirname, '../../../docs/public/growth.svg')

/** Draws for the docs how time and memory grow with the input. */
export async function drawCurves(): Promise<void> {
  buildPackages()
  const texts = await inProcess([100, 1000, 10_000, 100_000, 1_000_000], inspecting)
  const sources = await inProcess([5000, 10_000, 20_000, 40_000, 80_000], scanning)
  const panels: readonly Panel[] = [
    { title: 'inspect one text', size: 'characters', unit: 'ms', points: texts },
    { title: 'scan and rewrite one file', size: 'bytes', unit: 'ms', points: sources },
    ...trees([500, 1000, 2000, 4000, 8000], 3),
  ]
  writeFileSync(drawing, renderPanels(panels, `Processor time. ${describeMachine()}`))
  for (const { title, size, unit, points } of panels) {
    console.log(`\n${title}`)
    for (const point of points)
      console.log(`${point.size} ${size}: ${point.value.toFixed(3)} ${unit}`)
  }
}
