import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { reference, requestHeaders, type Server, servers } from './api-servers.ts'
import { type Client, findClient, type Target } from './http-load.ts'
import { report } from './report.ts'
import type { Samples } from './statistics.ts'

const body = JSON.stringify({ meetingNumber: '84512367890', role: 0 })

function targetOf({ port }: Server): Target {
  return { url: `http://127.0.0.1:${port}/`, headers: requestHeaders, body }
}

async function start(server: Server): Promise<ChildProcess> {
  const { command, cwd, port, env } = server
  const child = spawn(process.execPath, command, {
    cwd,
    env: { PATH: process.env.PATH, PORT: String(port), HOST: '127.0.0.1', ...env },
    stdio: 'ignore',
  })
  const { url, headers } = targetOf(server)
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${command.at(-1)} stopped at once`)
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined)
    if (answer?.ok) return child
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${command.at(-1)} does not answer on ${port}`)
}

/** User and system time of all threads of a process, in microseconds. */
function cpuMicroseconds(pid: number): number {
  return readdirSync(`/proc/${pid}/task`)
    .map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'))
    .reduce((sum, text) => sum + Number(text.split(' ', 1)[0]) / 1000, 0)
}

interface Round {
  /** Microseconds from one answer to the next, over all connections. */
  readonly betweenAnswers: number
  /** Microseconds of the server's processor time an answer; it depends little on the client. */
  readonly cpu: number
  readonly p99: number
}

async function measureRound(load: Client, server: Server, pid: number): Promise<Round> {
  const before = cpuMicroseconds(pid)
  const { answers, seconds, p99 } = await load(targetOf(server), 2)
  return {
    betweenAnswers: (seconds * 1e6) / answers,
    cpu: (cpuMicroseconds(pid) - before) / answers,
    p99,
  }
}

interface Running {
  readonly server: Server
  readonly child: ChildProcess
  readonly pid: number
  readonly rounds: Round[]
}

async function measureInTurns(load: Client, running: readonly Running[]): Promise<void> {
  for (const { server } of running) await load(targetOf(server), 2)
  for (let round = 0; round < 9; round += 1) {
    for (const { server, pid, rounds } of running) {
      rounds.push(await measureRound(load, server, pid))
    }
  }
}

export async function benchApi(): Promise<void> {
  const { name, load } = await findClient()
  const running: Running[] = []
  try {
    for (const server of servers(process.env.ZOOM_SAMPLE_DIR)) {
      const child = await start(server)
      running.push({ server, child, pid: child.pid ?? 0, rounds: [] })
    }
    await measureInTurns(load, running)
  } finally {
    for (const { child } of running) {
      child.kill()
      await once(child, 'exit')
    }
  }
  const column = (pick: (round: Round) => number): ReadonlyMap<string, Samples> =>
    new Map(running.map(({ server, rounds }) => [server.name, rounds.map(pick)]))
  const title = `POST / over 32 connections of ${name}`
  report(
    `${title}, time between answers`,
    'µs',
    column((r) => r.betweenAnswers),
    reference,
  )
  report(
    'the same, processor time of the server',
    'µs',
    column((r) => r.cpu),
    reference,
  )
  report(
    'the same, p99 latency',
    'ms',
    column((r) => r.p99),
    reference,
  )
}
