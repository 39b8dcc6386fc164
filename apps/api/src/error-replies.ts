import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { drain } from './drain.ts'
import type { Limits } from './limits.ts'
import { createProblem, type Problem, problemType } from './problem.ts'
import { ProblemError } from './problem-error.ts'
import { problemOfError } from './problem-of-error.ts'
import { securityHeaders } from './security-headers.ts'

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .headers(securityHeaders)
    .type(problemType)
    .send(JSON.stringify(problem))
}

/** Also Fastify's `frameworkErrors`: a path that cannot be decoded is one that is not there. */
export function replyNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const detail = 'Signatures are made by `POST /`; `/openapi.json` lists every path.'
  return sendProblem(reply, createProblem('route-not-found', detail, request.id))
}

/** Makes every error an answer of type application/problem+json. */
export function addErrorReplies(app: FastifyInstance, limits: Limits): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOfError(error, request, limits)
    if (error instanceof ProblemError) reply.headers(error.headers)
    else if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
    return problem.status === 413
      ? drain(request.raw, limits.drainedBytes).then(() => sendProblem(reply, problem))
      : sendProblem(reply, problem)
  })
  app.register((scope, _, done) => {
    // A hook answers before the body is read: a path that is not there says so, whatever is sent to it.
    scope.addHook('onRequest', (request, reply) => void replyNotFound(request, reply))
    scope.setNotFoundHandler(replyNotFound)
    done()
  })
}
