import { Agent, request } from 'node:http'

export interface Answer {
  /** 0 where the connection failed. */
  readonly status: number
  readonly body: string
  readonly error?: string
}

const body = '{"meetingNumber":"84512367890","role":0}'

/** One request to sign, on a connection that is kept. */
export function post(
  port: number,
  agent: Agent,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void =>
      resolve({ status: 0, body: '', error: error.code ?? error.message })
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        agent,
        path: '/',
        method: 'POST',
        timeout: 10_000,
        headers: { 'content-type': 'application/json', 'content-length': body.length, ...headers },
      },
      (response) => {
        let text = ''
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
        response.on('error', fail)
      },
    )
    asked.on('timeout', () => asked.destroy(new Error('timeout')))
    asked.on('error', fail)
    asked.end(body)
  })
}

export interface Load {
  /** How many answers had each status; 0 for a connection that failed. */
  readonly counts: Readonly<Record<number, number>>
  readonly errors: Readonly<Record<string, number>>
  readonly bodies: readonly string[]
}

export interface LoadOptions {
  readonly ports: readonly number[]
  readonly connections: number
  readonly headers?: Readonly<Record<string, string>>
  /** The load goes on until this is done. */
  readonly until: Promise<unknown>
  /** At most so many requests, each connection as many. */
  readonly most: number
}

/** Keeps so many connections busy until it is told to stop. */
export async function load({
  ports,
  connections,
  headers = {},
  until,
  most,
}: LoadOptions): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const counts: Record<number, number> = {}
  const errors: Record<string, number> = {}
  const bodies = new Set<string>()
  let isOver = false
  const over = until.finally(() => {
    isOver = true
  })
  const work = async (worker: number): Promise<void> => {
    for (let i = 0; i < most / connections && !isOver; i += 1) {
      const port = ports[(worker + i) % ports.length] ?? 0
      const { status, body: text, error } = await post(port, agent, headers)
      counts[status] = (counts[status] ?? 0) + 1
      if (error) errors[error] = (errors[error] ?? 0) + 1
      if (status === 200 && bodies.size < 100_000) bodies.add(text)
    }
  }
  await Promise.all([over, ...Array.from({ length: connections }, (_, i) => work(i))])
  agent.destroy()
  return { counts, errors, bodies: [...bodies] }
}
