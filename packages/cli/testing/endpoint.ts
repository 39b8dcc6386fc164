import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createSigner } from '@sigshift/signer/sync'

export const sdkKey = 'kZ3xWq8vTn2LbYc5RmHp'
export const sdkSecret = 'canaryQx7vR2mK9pLw4TzB6nYc8HdJ3s'
export const login = 'Bearer let-me-in-1234'
export const origin = 'https://app.example'

/** The parts of an endpoint that a test replaces by a broken one; the rest stays as it should be. */
export interface Behaviour {
  readonly isSignedIn: (request: IncomingMessage) => boolean
  readonly roleFor: (asked: number) => number
  readonly sign: (meetingNumber: string, role: number) => string
  readonly send: (response: ServerResponse, signature: string) => void
  readonly sendError: (response: ServerResponse, status: number) => void
  readonly allowedOrigin: string | undefined
  readonly dateOffsetMilliseconds: number
}

export function signAt(date: Date, meetingNumber: string, role: number): string {
  const { sign } = createSigner({ sdkKey, sdkSecret, clock: () => date })
  return sign({ meetingNumber, role: role as 0 | 1 })
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

const sound: Behaviour = {
  isSignedIn: ({ headers }) => headers.authorization === login,
  roleFor: () => 0,
  sign: (meetingNumber, role) => signAt(new Date(), meetingNumber, role),
  send: (response, signature) => sendJson(response, { signature }),
  sendError: (response, status) => sendJson(response, { error: 'refused' }, status),
  allowedOrigin: origin,
  dateOffsetMilliseconds: 0,
}

function parse(body: string): { meetingNumber: string; role: number } | undefined {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** An endpoint that is right in everything but what is changed. */
export function endpoint(changes: Partial<Behaviour> = {}): RequestListener {
  const behaviour = { ...sound, ...changes }
  return async (request, response) => {
    response.sendDate = false
    response.setHeader(
      'date',
      new Date(Date.now() + behaviour.dateOffsetMilliseconds).toUTCString(),
    )
    if (behaviour.allowedOrigin) {
      response.setHeader('access-control-allow-origin', behaviour.allowedOrigin)
      response.setHeader('access-control-allow-headers', 'Content-Type, Authorization')
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    if (!behaviour.isSignedIn(request)) return behaviour.sendError(response, 401)
    const input = parse(await text(request))
    if (!input) return behaviour.sendError(response, 400)
    const role = behaviour.roleFor(input.role)
    behaviour.send(response, behaviour.sign(input.meetingNumber, role))
  }
}

/** What a stack trace looks like where Express runs without NODE_ENV=production. */
export const expressTrace = `<!DOCTYPE html><html><body><pre>SyntaxError: Unexpected end of JSON input<br> &nbsp; &nbsp;at JSON.parse (&lt;anonymous&gt;)<br> &nbsp; &nbsp;at parse (/app/node_modules/body-parser/lib/types/json.js:92:19)</pre></body></html>`

/** Zoom's sample endpoint as its README deploys it: no login, any role, CORS for all, Express's errors. */
export const zoomSample: RequestListener = async (request, response) => {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-headers', 'content-type')
  if (request.method === 'OPTIONS') return void response.writeHead(204).end()
  const input = parse(await text(request))
  if (!input) return void response.writeHead(400, { 'content-type': 'text/html' }).end(expressTrace)
  sendJson(response, { signature: signAt(new Date(), input.meetingNumber, input.role), sdkKey })
}

const started: Server[] = []

/** Starts a server on the loopback address and gives its URL. */
export async function start(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  started.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/signature`
}

export async function stopAll(): Promise<void> {
  for (const server of started.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
