// Scans a folder with the installed package, on a machine of two cores as it sees it, and prints which
// files hold findings and how many threads gave an answer.
import { once } from 'node:events'
import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'
import { scan } from '@sigshift/migrate'
import { grammarFiles, walk } from '@sigshift/migrate/node'

os.availableParallelism = () => 2
syncBuiltinESMExports()

const answers = []
process.on('worker', (thread) => answers.push(once(thread, 'message')))

/** Holds a scan back until each thread that was started has searched something. */
async function* files(root) {
  for await (const file of walk(root)) {
    await Promise.all(answers)
    yield file
  }
}

const { findings, summary } = await scan(files(process.argv[2]), { grammars: grammarFiles })
await Promise.all(answers)
console.log(
  JSON.stringify({
    found: findings.map(({ file }) => file).sort(),
    parsed: summary.parsed,
    threads: answers.length,
  }),
)
