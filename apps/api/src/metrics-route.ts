import { timingSafeEqual } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { bearerToken } from './authenticate.ts'
import { hashKey } from './caller-keys.ts'
import { addErrorReplies } from './error-replies.ts'
import { defaultLimits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { ProblemError } from './problem-error.ts'

function addRoute(app: FastifyInstance, metrics: Metrics): void {
  app.get('/metrics', { schema: { hide: true }, logLevel: 'warn' }, async (_, reply) =>
    reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.render()),
  )
}

/** `GET /metrics` on the main port, for who has the key. */
export function addMetricsRoute(app: FastifyInstance, metrics: Metrics, key: string): void {
  const wanted = Buffer.from(hashKey(key))
  app.register(async (scope) => {
    scope.addHook('onRequest', (request, _, done) => {
      const given = bearerToken(request.headers.authorization) ?? ''
      if (timingSafeEqual(Buffer.from(hashKey(given)), wanted)) return done()
      const headers = { 'www-authenticate': 'Bearer realm="sigshift-metrics"' }
      done(new ProblemError('not-authenticated', 'Send the key for metrics.', { headers }))
    })
    addRoute(scope, metrics)
  })
}

/** An app with nothing but `GET /metrics`, for a port that only Prometheus reaches. */
export function buildMetricsApp(metrics: Metrics): FastifyInstance {
  const { headerBytes, requestMs, silenceMs } = defaultLimits
  const app = fastify({
    logger: false,
    http: { maxHeaderSize: headerBytes },
    requestTimeout: requestMs,
    connectionTimeout: silenceMs,
    forceCloseConnections: true,
  })
  addErrorReplies(app, defaultLimits)
  addRoute(app, metrics)
  return app
}
