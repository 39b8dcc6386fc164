import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { apply } from '../src/edge/apply.ts'

// Applies the plan of a file below a root, when it is told to; says when it is done.
const { positionals } = parseArgs({ allowPositionals: true })
const [planFile = '', root = '.'] = positionals
const plan = JSON.parse(readFileSync(planFile, 'utf8'))
process.once('message', async () => {
  await apply(plan, root)
  process.send?.('done', () => process.disconnect())
})
process.send?.('ready')
