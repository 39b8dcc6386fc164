import { parseArgs } from 'node:util'
import type { SkippedFile } from '../src/finding.ts'
import { grammarFiles, walk } from '../src/node.ts'
import { scan } from '../src/scan.ts'

/** What this program prints. */
export interface TreeScan {
  readonly read: number
  readonly found: readonly string[]
  readonly skipped: readonly SkippedFile[]
  readonly milliseconds: number
  /** Most memory that the process held, in MB. */
  readonly megabytes: number
}

const { positionals } = parseArgs({ allowPositionals: true })
const skipped: SkippedFile[] = []
let read = 0
const start = performance.now()
const files = walk(positionals[0] ?? '.', {
  onRead: () => {
    read += 1
  },
  onSkip: (file) => skipped.push(file),
})
const { findings, summary } = await scan(files, { grammars: grammarFiles })
const result: TreeScan = {
  read,
  found: findings.map(({ file, code }) => `${file}: ${code}`),
  skipped: [...skipped, ...summary.skipped],
  milliseconds: performance.now() - start,
  megabytes: process.resourceUsage().maxRSS / 1024,
}
process.stdout.write(JSON.stringify(result))
