import type { FastifyInstance } from 'fastify'

const schema = {
  operationId: 'getHealth',
  summary: 'Ask whether the signer runs',
  response: {
    200: {
      description: 'It runs.',
      type: 'object',
      required: ['status'],
      properties: { status: { const: 'ok' } },
    },
  },
}

/** `GET /healthz`, for probes; they come too often to be logged. */
export function addHealthRoute(app: FastifyInstance): void {
  app.get('/healthz', { schema, logLevel: 'warn' }, () => ({ status: 'ok' }))
}
