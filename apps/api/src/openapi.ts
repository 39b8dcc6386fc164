import swagger from '@fastify/swagger'
import type { IssueCode } from '@sigshift/spec'
import type { FastifyInstance } from 'fastify'
import { createProblem, problemSchema } from './problem.ts'

const info = { title: 'Sigshift signer', version: '0.2.0' }
const whoever =
  'Zoom SDK signatures. No caller is configured, so that whoever reaches this server is answered: it belongs on a private network.'
const callers =
  'Zoom SDK signatures, for callers with a key or a token of their identity provider, within the policy of each.'

/** Gathers the OpenAPI 3.1 document of the schemas that also check and serialize. */
export function collectOpenApi(app: FastifyInstance, isOpen: boolean): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { ...info, description: isOpen ? whoever : callers },
      servers: [{ url: '/' }],
      ...(isOpen ? {} : { components: { securitySchemes: { caller } } }),
    },
    refResolver: { buildLocalReference: (json) => String(json.$id) },
  })
  app.addSchema(problemSchema)
}

/** `GET /openapi.json`. */
export function addOpenApiRoute(app: FastifyInstance): void {
  let bytes: Buffer | undefined
  app.get('/openapi.json', { schema: { hide: true } }, (_, reply) => {
    bytes ??= Buffer.from(JSON.stringify(app.swagger()))
    return reply.type('application/json; charset=utf-8').send(bytes)
  })
}

const caller = {
  type: 'http',
  scheme: 'bearer',
  description: 'A caller key, or a JWT of the identity provider.',
} as const

/** The answers of a route: its own, and a problem for each status that its codes have. */
export function answersWithProblems(answers: object, codes: readonly IssueCode[]): object {
  const problems = codes.map((code) => {
    const { status, title } = createProblem(code, '', '')
    const description = status === 400 ? 'The body or a member of it is not as wanted.' : title
    const content = { 'application/problem+json': { schema: { $ref: 'Problem#' } } }
    return [status, { description, content }] as const
  })
  return { ...answers, ...Object.fromEntries(problems) }
}
