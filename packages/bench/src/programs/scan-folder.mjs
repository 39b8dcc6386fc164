import { scan } from '@sigshift/migrate'
import { grammarFiles, walk } from '@sigshift/migrate/node'

// The library alone, as a program: reads and searches a folder, and analyses what it finds there.
const [folder = '.', extent = 'all'] = process.argv.slice(2)
const start = process.cpuUsage()
let found = 0
if (extent === 'read') {
  for await (const _ of walk(folder)) found += 1
} else {
  const { findings } = await scan(walk(folder), { grammars: grammarFiles })
  found = findings.length
}
const { user, system } = process.cpuUsage(start)
const { maxRSS } = process.resourceUsage()
console.log(JSON.stringify({ found, processor: (user + system) / 1000, megabytes: maxRSS / 1024 }))
