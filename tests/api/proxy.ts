import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Proxy {
  readonly port: number
  readonly close: () => void
  /** Requests that were sent to another instance, since the first one's connection failed. */
  readonly retried: () => number
}

/**
 * A balancer in small, as people run them: it asks each instance at /readyz, sends requests to those
 * that are ready, and sends one on to the next where the connection fails before there is an answer.
 */
export async function startProxy(ports: readonly number[]): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true })
  const ready = new Set(ports)
  let turn = 0
  let retried = 0

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

  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk) => chunks.push(chunk))
    incoming.on('end', () => {
      const send = (attempt: number): void => {
        const choice = ready.size > 0 ? [...ready] : [...ports]
        turn += 1
        const port = choice[turn % choice.length]
        const { method, url: path, headers } = incoming
        const asked = request(
          { host: '127.0.0.1', port, agent, method, path, headers },
          (answer) => {
            const { connection: _, 'keep-alive': __, ...rest } = answer.headers
            outgoing.writeHead(answer.statusCode ?? 502, rest)
            answer.pipe(outgoing)
          },
        )
        asked.on('error', () => {
          if (attempt > 2 || outgoing.headersSent) return outgoing.writeHead(502).end()
          retried += 1
          return send(attempt + 1)
        })
        asked.end(Buffer.concat(chunks))
      }
      send(0)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    retried: () => retried,
    close: () => {
      clearInterval(timer)
      agent.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}
