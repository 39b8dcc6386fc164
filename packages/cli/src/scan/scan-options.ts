import type { reportOptions } from '../report/report-options.ts'
import type { rewriteRows } from '../rewrite/rewrite-rows.ts'

export const scanOptions = [
  {
    name: 'baseline',
    value: '<file>',
    description: 'findings in this file are known and do not count',
  },
  {
    name: 'writeBaseline',
    description: 'write all findings into the baseline (default: sigshift-baseline.json)',
  },
] as const

export type ScanRows = readonly [
  ...typeof scanOptions,
  ...typeof reportOptions,
  ...typeof rewriteRows,
]
