import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'

const run = promisify(execFile)

export interface Target {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Load {
  readonly answers: number
  readonly seconds: number
  /** In milliseconds. */
  readonly p99: number
}

export type Client = (target: Target, seconds: number) => Promise<Load>

const connections = 32
const toMilliseconds: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000 }

function read(pattern: RegExp, output: string): readonly string[] {
  const found = pattern.exec(output)
  if (!found) throw new Error(`wrk did not print ${pattern}: ${output}`)
  return found.slice(1)
}

/** wrk is written in C and takes a fifth of the time that a client in JavaScript does. */
const wrk: Client = async ({ url, headers, body }, seconds) => {
  const script = join(mkdtempSync(join(tmpdir(), 'sigshift-wrk-')), 'post.lua')
  const lines = Object.entries(headers).map(
    ([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`,
  )
  writeFileSync(script, ['wrk.method = "POST"', `wrk.body = '${body}'`, ...lines].join('\n'))
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, url]
  const { stdout } = await run('wrk', args)
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${url} failed under load: ${stdout}`)
  const [answers, duration] = read(/(\d+) requests in ([\d.]+)s/, stdout)
  const [p99 = '', unit = ''] = read(/99%\s+([\d.]+)(us|ms|s)\b/, stdout)
  const factor = toMilliseconds[unit] ?? Number.NaN
  return { answers: Number(answers), seconds: Number(duration), p99: Number(p99) * factor }
}

const inJavaScript: Client = async ({ url, headers, body }, seconds) => {
  const options = { url, connections, duration: seconds, method: 'POST', headers, body } as const
  const result = await autocannon(options)
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} failed under load`)
  const { requests, duration, latency } = result
  return { answers: requests.total, seconds: duration, p99: latency.p99 }
}

/** wrk where it is installed, so that the client is not what is measured; else autocannon. */
export async function findClient(): Promise<{ readonly name: string; readonly load: Client }> {
  // wrk has no exit status of success for its version.
  const isThere = await run('wrk', ['-v']).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  )
  return isThere ? { name: 'wrk', load: wrk } : { name: 'autocannon', load: inJavaScript }
}
