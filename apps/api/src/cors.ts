import type { FastifyInstance } from 'fastify'

/**
 * Lets pages of these origins read answers. @fastify/cors answers preflights of every path, those
 * that are not there too, with texts of its own; here a preflight is one more method of a path.
 */
export function addCors(app: FastifyInstance, origins: readonly string[]): void {
  const allowed = new Set(origins)
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers
    // On the answer of Node itself, where every way to answer finds it.
    reply.raw.setHeader('vary', 'origin')
    if (origin === undefined || !allowed.has(origin)) return done()
    reply.raw.setHeader('access-control-allow-origin', origin)
    reply.raw.setHeader('access-control-expose-headers', 'retry-after')
    const isPreflight =
      request.method === 'OPTIONS' &&
      request.headers['access-control-request-method'] !== undefined &&
      !request.is404
    if (!isPreflight) return done()
    reply
      .code(204)
      .header('access-control-allow-methods', 'GET, HEAD, POST')
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-max-age', '600')
      .send()
  })
}
