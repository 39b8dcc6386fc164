import {
  Agent,
  createServer,
  type IncomingMessage,
  type RequestOptions,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Proxy {
  readonly port: number
  readonly close: () => void
  /** Requests that were sent to another instance, since the first one's connection failed. */
  readonly retried: () => number
}

interface Readiness {
  readonly ports: ReadonlySet<number>
  readonly stop: () => void
}

/** Keeps the ports whose instance says at /readyz that it is ready. */
function watchReadiness(ports: readonly number[]): Readiness {
  const ready = new Set(ports)
  const probe = (port: number): void => {
    const asked = request({ host: '127.0.0.1', port, path: '/readyz', timeout: 1000 }, (answer) => {
      answer.resume()
      if (answer.statusCode === 200) ready.add(port)
      else ready.delete(port)
    })
    asked.on('error', () => ready.delete(port))
    asked.end()
  }
  const timer = setInterval(() => ports.forEach(probe), 50)
  return { ports: ready, stop: () => clearInterval(timer) }
}

interface Forwarding {
  readonly incoming: IncomingMessage
  readonly body: Buffer
  readonly outgoing: ServerResponse
}

/** Asks an instance in the place of whoever asked; where the connection fails first, tells that. */
function forward(
  { incoming, body, outgoing }: Forwarding,
  to: RequestOptions,
  onFailure: () => void,
): void {
  const { method, url: path, headers } = incoming
  const asked = request({ host: '127.0.0.1', method, path, headers, ...to }, (answer) => {
    const { connection: _, 'keep-alive': __, ...rest } = answer.headers
    outgoing.writeHead(answer.statusCode ?? 502, rest)
    answer.pipe(outgoing)
  })
  asked.on('error', onFailure)
  asked.end(body)
}

/**
 * A balancer in small, as people run them: it asks each instance at /readyz, sends requests to those
 * that are ready, and sends one on to the next where the connection fails before there is an answer.
 */
export async function startProxy(ports: readonly number[]): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true })
  const ready = watchReadiness(ports)
  let turn = 0
  let retried = 0

  const send = (forwarding: Forwarding, attempt: number): void => {
    const choice = ready.ports.size > 0 ? [...ready.ports] : ports
    turn += 1
    forward(forwarding, { agent, port: choice[turn % choice.length] }, () => {
      const { outgoing } = forwarding
      if (attempt > 2 || outgoing.headersSent) return outgoing.writeHead(502).end()
      retried += 1
      return send(forwarding, attempt + 1)
    })
  }
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk) => chunks.push(chunk))
    incoming.on('end', () => send({ incoming, body: Buffer.concat(chunks), outgoing }, 0))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    retried: () => retried,
    close: () => {
      ready.stop()
      agent.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}
