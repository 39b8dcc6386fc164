import underPressure from '@fastify/under-pressure'
import fastify, { type FastifyInstance } from 'fastify'
import { type AppOptions, accessOf } from './app-options.ts'
import { clientErrorHandler } from './client-error-handler.ts'
import { addCors } from './cors.ts'
import { addErrorReplies, replyNotFound } from './error-replies.ts'
import { addFrontPage } from './front-page.ts'
import { addGuards, addPageLimit } from './guards.ts'
import { addHealthRoute } from './health-route.ts'
import { addInspectionRoute } from './inspection-route.ts'
import { addJsonParser } from './json-body.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { createLogOptions } from './log.ts'
import { watchMethods } from './method-replies.ts'
import { addMetrics } from './metrics.ts'
import { addMetricsRoute } from './metrics-route.ts'
import { addOpenApiRoute, collectOpenApi } from './openapi.ts'
import { addReadinessRoute } from './readiness-route.ts'
import { addReference } from './reference.ts'
import { createRequestIds } from './request-ids.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { createSendToken, type SendToken } from './send-token.ts'
import { decorateRequests } from './signing.ts'
import { addDropInRoute, addStrictRoutes } from './signing-routes.ts'
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

/**
 * Gives the function that tells whether the process is late. The plugin stands in a scope without
 * routes, since its own hook looks up the options of the route at each request.
 */
function watchPressure(scope: FastifyInstance, { eventLoopDelayMs }: Limits): () => boolean {
  if (eventLoopDelayMs === 0) return () => false
  let isLate = (): boolean => false
  scope.register(async (watcher) => {
    await watcher.register(underPressure, { maxEventLoopDelay: eventLoopDelayMs })
    isLate = () => watcher.isUnderPressure()
  })
  return () => isLate()
}

/** What is asked with a body, behind limits and authentication. */
function addPosts(
  app: FastifyInstance,
  options: AppOptions,
  limits: Limits,
  sendToken: SendToken,
): () => boolean {
  const access = accessOf(options)
  const { inspectionClock, localOnly = false, rates } = options
  let isLate = (): boolean => false
  app.register(async (scope) => {
    isLate = watchPressure(scope, limits)
    addGuards(scope, access, { isLate, localOnly, rates })
    scope.register(async (dropIn) => {
      addJsonParser(dropIn, 'last one counts')
      addDropInRoute(dropIn, access, sendToken)
    })
    scope.register(async (strict) => {
      addJsonParser(strict, 'refused')
      addStrictRoutes(strict, access, sendToken)
      if (inspectionClock) addInspectionRoute(strict, inspectionClock)
    })
  })
  return () => isLate()
}

/** What people and Prometheus read. */
function addPages(app: FastifyInstance, options: AppOptions, isOpen: boolean): void {
  const { config, docsFolder, metrics, metricsKey, rates } = options
  app.register(async (scope) => {
    addPageLimit(scope, rates)
    addFrontPage(scope, { demo: config.demo ?? false, hasDocs: docsFolder !== undefined, isOpen })
    addOpenApiRoute(scope)
    if (metrics && metricsKey !== undefined) addMetricsRoute(scope, metrics, metricsKey)
    addReference(scope)
    if (docsFolder !== undefined) addSite(scope, docsFolder)
  })
}

/** Builds the signer's HTTP side. It does not listen, and reads neither the environment nor files. */
export function buildApp(options: AppOptions): FastifyInstance {
  const { metrics, readiness, corsOrigins } = options
  const limits = { ...defaultLimits, ...options.limits }
  const isOpen = accessOf(options)().open !== undefined
  const app = createServer(options, limits)
  app.server.maxConnections = limits.connections
  app.removeContentTypeParser('text/plain')
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
  collectOpenApi(app, isOpen)
  if (metrics) addMetrics(app, metrics)
  const isLate = addPosts(app, options, limits, sendToken)
  app.register(async (scope) => {
    addHealthRoute(scope)
    addReadinessRoute(scope, {
      reason: () => readiness?.reason() ?? (isLate() ? 'busy' : undefined),
      rateLimits: () => readiness?.rateLimits() ?? 'alone',
    })
  })
  addPages(app, options, isOpen)
  app.register(addMethodReplies)
  return app
}
