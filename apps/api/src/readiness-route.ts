import type { FastifyInstance } from 'fastify'

/** What decides whether a balancer should send requests here. */
export interface Readiness {
  /** Why not; nothing while it should. */
  readonly reason: () => string | undefined
  /** Said beside it: a signer whose Redis is away still signs. */
  readonly rateLimits: () => 'shared' | 'alone'
}

const answer = (description: string, status: string): object => ({
  description,
  type: 'object',
  required: ['status', 'rateLimits'],
  properties: {
    status: { const: status },
    rateLimits: {
      enum: ['shared', 'alone'],
      description: 'Whether requests are counted in Redis, or by this instance for itself.',
    },
    reason: { type: 'string', description: 'Why not.' },
  },
})

const schema = {
  operationId: 'getReadiness',
  summary: 'Ask whether requests should be sent here',
  response: {
    200: answer('They should.', 'ready'),
    503: answer('It is stopping, or busy.', 'unready'),
  },
}

/** `GET /readyz`, for balancers. */
export function addReadinessRoute(app: FastifyInstance, { reason, rateLimits }: Readiness): void {
  app.get('/readyz', { schema, logLevel: 'warn' }, (_, reply) => {
    const why = reason()
    return why === undefined
      ? reply.send({ status: 'ready', rateLimits: rateLimits() })
      : reply.code(503).send({ status: 'unready', rateLimits: rateLimits(), reason: why })
  })
}
