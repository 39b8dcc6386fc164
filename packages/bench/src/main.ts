import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { benchApi } from './api.ts'
import { benchInspect } from './inspect.ts'
import { benchScan } from './scan.ts'
import { benchSigning } from './sign.ts'

const suites = {
  sign: benchSigning,
  inspect: benchInspect,
  api: benchApi,
  scan: benchScan,
} as const

const { positionals } = parseArgs({ allowPositionals: true })
const names = positionals.length > 0 ? positionals : Object.keys(suites)

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
console.log('Ratios are to the first row, round by round; above 1 is slower.')
for (const name of names) {
  if (!(name in suites)) {
    console.error(`no suite "${name}"; there are ${Object.keys(suites).join(', ')}`)
    process.exitCode = 2
    break
  }
  await suites[name as keyof typeof suites]()
}
