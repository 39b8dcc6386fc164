import type * as Client from '@prometheus-io/client'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { routeOf } from './log.ts'
import { roleName } from './products.ts'

/** What is counted, and its text for Prometheus. Labels hold names of the configuration only. */
export interface Metrics {
  readonly observe: (request: FastifyRequest, reply: FastifyReply) => void
  /** `NaN` where it is not known. */
  readonly setClockSkew: (seconds: number) => void
  readonly setRedis: (shared: boolean) => void
  readonly countReload: (ok: boolean) => void
  readonly render: () => Promise<string>
  readonly contentType: string
  readonly clear: () => void
}

function outcomeOf(status: number): string {
  if (status < 300) return 'signed'
  if (status === 401) return 'unauthenticated'
  if (status === 403 || status === 404) return 'refused'
  if (status === 429) return 'limited'
  return status >= 500 ? 'failed' : 'invalid'
}

/** Seconds; a signature takes some 50 microseconds, and 10 seconds is the longest request. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 10]

/** The instruments, in a registry of their own: with the global one a second app in the process fails. */
function createInstruments({
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
}: typeof Client) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    signatures: new Counter({
      name: 'sigshift_signatures_total',
      help: 'Requests to sign, by what came of them.',
      labelNames: ['app', 'product', 'role', 'outcome'],
      registers,
    }),
    durations: new Histogram({
      name: 'sigshift_http_request_duration_seconds',
      help: 'Time from the first byte of a request to the last of its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets,
      registers,
    }),
    skew: new Gauge({
      name: 'sigshift_clock_skew_seconds',
      help: 'How far the clock is ahead of the configured source; NaN while that is not known.',
      registers,
    }),
    redis: new Gauge({
      name: 'sigshift_rate_limit_shared',
      help: '1 while requests are counted in Redis, 0 while this instance counts alone.',
      registers,
    }),
    reloads: new Counter({
      name: 'sigshift_reloads_total',
      help: 'Times that the configuration was read again, by what came of it.',
      labelNames: ['outcome'],
      registers,
    }),
  }
}

/** Loads the client library too, which a signer without metrics does not need. */
export async function createMetrics(): Promise<Metrics> {
  const { registry, signatures, durations, skew, redis, reloads } = createInstruments(
    await import('@prometheus-io/client'),
  )
  // A clock that was never compared must not look like one that is right.
  skew.set(Number.NaN)
  return {
    observe: (request, reply) => {
      const route = routeOf(request)
      const { method, signing } = request
      const status = String(reply.statusCode)
      durations.observe({ method, route, status }, reply.elapsedTime / 1000)
      if (!request.routeOptions.config.signs || method !== 'POST') return
      const { app = '', product = '' } = signing ?? {}
      const role = signing ? roleName(signing.product, signing.values.role) : ''
      signatures.inc({ app, product, role, outcome: outcomeOf(reply.statusCode) })
    },
    setClockSkew: (seconds) => skew.set(seconds),
    setRedis: (shared) => redis.set(shared ? 1 : 0),
    countReload: (ok) => reloads.inc({ outcome: ok ? 'taken' : 'refused' }),
    render: () => registry.metrics(),
    contentType: registry.contentType,
    clear: () => registry.clear(),
  }
}

/** Has every answer of an app counted. */
export function addMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    metrics.observe(request, reply)
    done()
  })
}
