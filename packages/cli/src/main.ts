import { createReadStream } from 'node:fs'
import { access, writeFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { askHidden } from './ask-hidden.ts'
import { askKey } from './ask-key.ts'
import { refuseOldNode } from './refuse-old-node.ts'
import { run } from './run.ts'
import { describeTerminal, type Terminal } from './terminal/terminal.ts'

const { env, platform, stdin, stdout, stderr } = process

const refusal = refuseOldNode(process.versions.node)
if (refusal !== undefined) {
  stderr.write(refusal)
  process.exit(2)
}

function terminalOf(stream: NodeJS.WriteStream): Terminal {
  const { isTTY, columns } = stream
  return describeTerminal(env, { isTerminal: isTTY === true, columns, platform })
}

async function readText(stream: Readable, maximumBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes > maximumBytes) throw new RangeError(`more than ${maximumBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

// A reader such as `head` may close the pipe before all is written; that is no fault.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const result = await run(process.argv.slice(2), {
  env,
  clock: () => new Date(),
  fetch: globalThis.fetch,
  cwd: process.cwd(),
  stdinIsTerminal: stdin.isTTY === true,
  readStdin: (maximumBytes) => readText(stdin, maximumBytes),
  readFile: (path, maximumBytes) => readText(createReadStream(path), maximumBytes),
  writeFile: (path, text, mode) => writeFile(path, text, { mode }),
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  // Starting programs costs every call some milliseconds, were it loaded here.
  git: async (args, cwd) => (await import('./run-git.ts')).runGit(args, cwd, env),
  canAsk: stdin.isTTY === true && stderr.isTTY === true,
  askKey: (text, keys) => askKey(text, keys, stdin, stderr),
  askHidden: (question) => askHidden(question, stdin, stderr),
  showProgress: (text) => {
    if (stderr.isTTY) stderr.write(`\r\u001b[2K${text}`)
  },
  stdout: terminalOf(stdout),
  stderr: terminalOf(stderr),
})
stdout.write(result.stdout)
stderr.write(result.stderr)
process.exitCode = result.exitCode
