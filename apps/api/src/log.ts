import {
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import { type LogLevel, secretNames } from './settings.ts'
import { describeSigning } from './signing.ts'

/** Where log lines go, each ended by a line feed. */
export interface LogDestination {
  readonly write: (line: string) => void
}

/** An error without its message, which may quote what must not be logged. */
interface LoggedError {
  readonly type: string
  readonly code?: string
  readonly stack: string
}

const stackFrame = /^ +at .*:\d+:\d+\)?$/

/** Tells where an error came from, and leaves out its message: that can hold a secret or a token. */
export function describeError(error: Error & { readonly code?: unknown }): LoggedError {
  const { name, message, code, stack = '' } = error
  const frames = stack.slice(message ? stack.lastIndexOf(message) + message.length : 0).split('\n')
  return {
    type: name,
    ...(typeof code === 'string' ? { code } : {}),
    stack: frames.filter((line) => stackFrame.test(line)).join('\n'),
  }
}

/** The path of a route as it was declared: what a caller wrote there may be a token. */
export function routeOf(request: FastifyRequest): string {
  return request.is404 ? '(none)' : (request.routeOptions.url ?? '(none)')
}

/** One line a request, at its end, without addresses, headers or bodies. */
class RequestLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    error: Error | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const line = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 100) / 100,
      ...describeSigning(request),
    }
    if (error) reply.log.info({ ...line, err: error }, 'request aborted')
    else reply.log.info(line, 'request')
  }
}

/** Members that hold a secret or a token where an object of theirs is logged by mistake. */
const sensitive: ReadonlySet<string> = new Set(
  ['authorization', 'cookie', 'sdkSecret', 'signature', ...secretNames].map((name) =>
    name.toLowerCase(),
  ),
)

/** As deep as plain objects are looked through; nothing that is logged here is deeper. */
const deepest = 4

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Replaces sensitive members. pino's own `redact` takes 15 µs a line, more than the signature. */
export function redact(line: Record<string, unknown>, depth = 1): Record<string, unknown> {
  let redacted = line
  for (const [name, value] of Object.entries(line)) {
    let shown: unknown = value
    if (sensitive.has(name.toLowerCase())) shown = '[redacted]'
    else if (isPlain(value)) shown = depth < deepest ? redact(value, depth + 1) : '[deep]'
    if (shown !== value) redacted = { ...redacted, [name]: shown }
  }
  return redacted
}

/** Fastify's options for the log. */
export function createLogOptions(
  level: LogLevel,
  destination: LogDestination | undefined,
): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  if (level === 'silent') return { logger: false }
  return {
    logController: new RequestLog(),
    logger: {
      level,
      base: null,
      formatters: { log: (line) => redact(line) },
      serializers: {
        err: describeError as never,
        req: (request) => ({ method: request.method, route: routeOf(request as FastifyRequest) }),
        res: (reply) => ({ statusCode: reply.statusCode }),
      },
      ...(destination ? { stream: destination } : {}),
    },
  }
}
