import underPressure from '@fastify/under-pressure'
import fastify, { type FastifyInstance } from 'fastify'
import { type AppOptions, accessOf } from './app-options.ts'
import { clientErrorHandler } from './client-error-handler.ts'
import { addCors } from './cors.ts'
import { addErrorReplies, replyNotFound, sendProblem } from './error-replies.ts'
import { addFrontPage } from './front-page.ts'
import { addGuards, addHostGuard } from './guards.ts'
import { addHealthRoute } from './health-route.ts'
import { addInspectionRoute } from './inspection-route.ts'
import { addJsonParser } from './json-body.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { createLogOptions } from './log.ts'
import { watchMethods } from './method-replies.ts'
import { addMetrics } from './metrics.ts'
import { addMetricsRoute } from './metrics-route.ts'
import { addOpenApi } from './openapi.ts'
import { createProblem } from './problem.ts'
import { addReadinessRoute } from './readiness-route.ts'
import { addReference } from './reference.ts'
import { createRequestIds } from './request-ids.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { createSendToken, type SendToken } from './send-token.ts'
import { decorateRequests } from './signing.ts'
import { addSigningRoutes } from './signing-routes.ts'
import { addSite } from './site.ts'
import { addTracing } from './tracing.ts'

function createServer(options: AppOptions, limits: Limits): FastifyInstance {
  const { config, logDestination, trustProxy } = options
  return fastify({
    ...createLogOptions(config.logLevel ?? 'silent', logDestination),
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.requestMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
    },
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.silenceMs,
    bodyLimit: limits.bodyBytes,
    trustProxy: trustProxy ? [...trustProxy] : false,
    // A request that arrives on an open connection during the stop is still answered.
    return503OnClosing: false,
    genReqId: createRequestIds(),
    clientErrorHandler,
    frameworkErrors: (_, request, reply) => replyNotFound(request, reply),
  })
}

/** Turns requests away while the process is late; gives the function that tells whether it is. */
function addPressureLimit(scope: FastifyInstance, { eventLoopDelayMs }: Limits): () => boolean {
  if (eventLoopDelayMs === 0) return () => false
  scope.register(underPressure, {
    maxEventLoopDelay: eventLoopDelayMs,
    pressureHandler: (request, reply) => {
      const detail = 'This instance is behind with its work. Try again in some seconds.'
      sendProblem(reply.header('retry-after', '5'), createProblem('overloaded', detail, request.id))
    },
  })
  return () => scope.isUnderPressure()
}

/** What is asked with a body, behind limits and authentication. */
function addPosts(
  app: FastifyInstance,
  options: AppOptions,
  limits: Limits,
  sendToken: SendToken,
): () => boolean {
  const access = accessOf(options)
  const { inspectionClock, rates } = options
  let isLate = (): boolean => false
  app.register(async (scope) => {
    isLate = addPressureLimit(scope, limits)
    if (options.localNamesOnly) addHostGuard(scope)
    addGuards(scope, access, rates)
    addSigningRoutes(scope, access, sendToken)
    if (inspectionClock) addInspectionRoute(scope, inspectionClock)
  })
  return () => isLate()
}

/** Builds the signer's HTTP side. It does not listen, and reads neither the environment nor files. */
export function buildApp(options: AppOptions): FastifyInstance {
  const { config, docsFolder, metrics, metricsKey, readiness, corsOrigins } = options
  const limits = { ...defaultLimits, ...options.limits }
  const isOpen = accessOf(options)().open !== undefined
  const app = createServer(options, limits)
  app.removeContentTypeParser('text/plain')
  addJsonParser(app)
  app.addHook('preClose', (done) => {
    // Connections that are idle end with the stop; those that become so after it would hold it up.
    app.server.keepAliveTimeout = 1
    done()
  })
  decorateRequests(app)
  const sendToken = createSendToken(addTracing(app))
  addSecurityHeaders(app)
  if (corsOrigins) addCors(app, corsOrigins)
  const addMethodReplies = watchMethods(app)
  addErrorReplies(app, limits)
  addOpenApi(app, isOpen)
  if (metrics) addMetrics(app, metrics)
  const isLate = addPosts(app, options, limits, sendToken)
  app.register(async (scope) => {
    addHealthRoute(scope)
    addReadinessRoute(scope, {
      reason: () => readiness?.reason() ?? (isLate() ? 'busy' : undefined),
      rateLimits: () => readiness?.rateLimits() ?? 'alone',
    })
    addFrontPage(scope, { demo: config.demo ?? false, hasDocs: docsFolder !== undefined, isOpen })
  })
  if (metrics && metricsKey !== undefined) addMetricsRoute(app, metrics, metricsKey)
  addReference(app)
  if (docsFolder !== undefined) addSite(app, docsFolder)
  app.register(addMethodReplies)
  return app
}
