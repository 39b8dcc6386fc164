import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './error-replies.ts'
import { createProblem } from './problem.ts'

/**
 * Watches the routes that are declared from now on. The answer is to be registered after the last
 * of them, and answers 405 for the methods that each path lacks.
 */
export function watchMethods(app: FastifyInstance): (scope: FastifyInstance) => Promise<void> {
  const methodsByPath = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByPath.get(url) ?? new Set()
    for (const one of [method].flat()) methods.add(one)
    methodsByPath.set(url, methods)
  })

  return async (scope) => {
    const all = scope.supportedMethods
    for (const [url, present] of [...methodsByPath]) {
      const allow = [...present].sort().join(', ')
      const refuse = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
        const detail = `This path takes ${allow}, and not ${request.method}.`
        const problem = createProblem('method-not-allowed', detail, request.id)
        return sendProblem(reply.header('allow', allow), problem)
      }
      scope.route({
        method: all.filter((method) => !present.has(method)),
        url,
        exposeHeadRoute: false,
        schema: { hide: true },
        // Answered here, the body is not read.
        onRequest: (request, reply) => void refuse(request, reply),
        handler: refuse,
      })
    }
  }
}
