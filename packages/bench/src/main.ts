import { parseArgs } from 'node:util'
import { benchApi } from './api.ts'
import { drawCurves } from './curves.ts'
import { runGuard } from './guard.ts'
import { benchInspect } from './inspect.ts'
import { describeMachine } from './machine.ts'
import { benchScan } from './scan.ts'
import { benchSigning } from './sign.ts'
import { benchSize } from './size.ts'
import { benchStart } from './start.ts'

const suites = {
  sign: benchSigning,
  inspect: benchInspect,
  api: benchApi,
  scan: benchScan,
  start: benchStart,
  size: benchSize,
} as const

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { guard: { type: 'boolean' }, curves: { type: 'boolean' } },
})

async function runSuites(): Promise<void> {
  console.log('Ratios are to the first row, round by round; above 1 is slower.')
  for (const name of positionals.length > 0 ? positionals : Object.keys(suites)) {
    if (!(name in suites)) {
      console.error(`no suite "${name}"; there are ${Object.keys(suites).join(', ')}`)
      process.exitCode = 2
      break
    }
    await suites[name as keyof typeof suites]()
  }
}

console.log(describeMachine())
if (values.guard) process.exitCode = (await runGuard()) ? 0 : 1
else if (values.curves) await drawCurves()
else await runSuites()
