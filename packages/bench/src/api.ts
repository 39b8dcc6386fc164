import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import type { Samples } from './measure.ts'
import { report } from './report.ts'

interface Server {
  readonly name: string
  readonly env?: Readonly<Record<string, string>>
  readonly command: readonly string[]
  readonly cwd: string
  readonly port: number
}

const root = join(import.meta.dirname, '..', '..', '..')
const credentials = {
  ZOOM_MEETING_SDK_KEY: 'xu3JPaA_RJW2-9l5_HAaLA',
  ZOOM_MEETING_SDK_SECRET: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
}
const body = JSON.stringify({ meetingNumber: '84512367890', role: 0 })

function servers(zoomSample: string | undefined): readonly Server[] {
  const live = '--conditions=@sigshift/source'
  const all: Server[] = [
    {
      name: 'empty Fastify route',
      command: [live, join(import.meta.dirname, 'empty-route.ts')],
      cwd: import.meta.dirname,
      port: 4101,
    },
    {
      name: 'apps/api, no log',
      command: [live, join(root, 'apps/api/src/server.ts')],
      cwd: join(root, 'apps/api'),
      env: { LOG_LEVEL: 'silent' },
      port: 4102,
    },
    {
      name: 'apps/api, a log line a request',
      command: [live, join(root, 'apps/api/src/server.ts')],
      cwd: join(root, 'apps/api'),
      port: 4104,
    },
  ]
  if (zoomSample && existsSync(join(zoomSample, 'src/index.js'))) {
    all.push({ name: 'Zoom’s sample', command: ['src/index.js'], cwd: zoomSample, port: 4103 })
  } else {
    console.log('\nZoom’s sample is left out: clone zoom/meetingsdk-auth-endpoint-sample, run')
    console.log('`npm install` in it and give its folder as ZOOM_SAMPLE_DIR.')
  }
  return all
}

async function start({ command, cwd, port, env }: Server): Promise<ChildProcess> {
  const child = spawn(process.execPath, command, {
    cwd,
    env: { ...process.env, ...credentials, PORT: String(port), HOST: '127.0.0.1', ...env },
    stdio: 'ignore',
  })
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${command.at(-1)} stopped at once`)
    const answer = await fetch(`http://127.0.0.1:${port}/`, post).catch(() => undefined)
    if (answer?.ok) return child
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${command.at(-1)} does not answer on ${port}`)
}

const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body } as const

/** User and system time of a process in microseconds; the kernel counts in ticks of 10 ms. */
function cpuMicroseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

interface Load {
  /** Microseconds from one answer to the next, over 32 connections. */
  readonly betweenAnswers: number
  /** Microseconds of the server's processor time an answer; it does not depend on the client. */
  readonly cpu: number
  readonly p99: number
}

async function load(port: number, pid: number, seconds: number): Promise<Load> {
  const before = cpuMicroseconds(pid)
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/`,
    connections: 32,
    duration: seconds,
    ...post,
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`port ${port} failed under load`)
  const answers = result.requests.total
  return {
    betweenAnswers: (result.duration * 1e6) / answers,
    cpu: (cpuMicroseconds(pid) - before) / answers,
    p99: result.latency.p99,
  }
}

export async function benchApi(rounds = 5, seconds = 3): Promise<void> {
  const contenders = servers(process.env.ZOOM_SAMPLE_DIR)
  const running: { server: Server; child: ChildProcess; loads: Load[] }[] = []
  try {
    for (const server of contenders) running.push({ server, child: await start(server), loads: [] })
    for (const { server, child } of running) await load(server.port, child.pid as number, 1)
    for (let round = 0; round < rounds; round += 1) {
      for (const { server, child, loads } of running) {
        loads.push(await load(server.port, child.pid as number, seconds))
      }
    }
  } finally {
    for (const { child } of running) {
      child.kill()
      await once(child, 'exit')
    }
  }
  const column = (pick: (load: Load) => number): ReadonlyMap<string, Samples> =>
    new Map(running.map(({ server, loads }) => [server.name, loads.map(pick)]))
  const reference = 'empty Fastify route'
  report(
    'POST / over 32 connections, time between answers',
    'µs',
    column((l) => l.betweenAnswers),
    reference,
  )
  report(
    'the same, processor time of the server',
    'µs',
    column((l) => l.cpu),
    reference,
  )
  report(
    'the same, p99 latency',
    'ms',
    column((l) => l.p99 + 0.001),
    reference,
  )
}
