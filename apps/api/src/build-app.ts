import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { clientErrorHandler } from './client-error-handler.ts'
import type { LogLevel } from './config.ts'
import { addErrorReplies, replyNotFound } from './error-replies.ts'
import { addFrontPage } from './front-page.ts'
import { addHealthRoute } from './health-route.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { createLogOptions, type LogDestination } from './log.ts'
import { watchMethods } from './method-replies.ts'
import { addOpenApi } from './openapi.ts'
import { addReference } from './reference.ts'
import { addSignatureRoute, type Sign } from './signature-route.ts'

export interface AppOptions {
  /** The `sign` of a signer that `@sigshift/signer/sync` made. */
  readonly sign: Sign
  readonly config: {
    /** The key that `sign` signs for; it is part of each answer. */
    readonly sdkKey: string
    /** Whether the credentials are stand-ins, which the front page then says. */
    readonly demo?: boolean
    /** `silent` where absent. */
    readonly logLevel?: LogLevel
  }
  readonly limits?: Partial<Limits>
  /** Standard output where absent. */
  readonly logDestination?: LogDestination
}

/** Builds the signer's HTTP side. It does not listen, and reads neither the environment nor files. */
export function buildApp({
  sign,
  config,
  logDestination,
  ...options
}: AppOptions): FastifyInstance {
  const { sdkKey, demo = false, logLevel = 'silent' } = config
  const limits = { ...defaultLimits, ...options.limits }
  const app = fastify({
    ...createLogOptions(logLevel, logDestination),
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.requestMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
    },
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.silenceMs,
    bodyLimit: limits.bodyBytes,
    // A request that arrives on an open connection during the stop is still answered.
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    clientErrorHandler,
    frameworkErrors: (_, request, reply) => replyNotFound(request, reply),
  })
  app.removeContentTypeParser('text/plain')
  app.addHook('preClose', (done) => {
    // Connections that are idle end with the stop; those that become so after it would hold it up.
    app.server.keepAliveTimeout = 1
    done()
  })
  const addMethodReplies = watchMethods(app)
  addErrorReplies(app, limits)
  addOpenApi(app)
  app.register(async (scope) => {
    addSignatureRoute(scope, sign, sdkKey)
    addHealthRoute(scope)
    addFrontPage(scope, demo)
  })
  addReference(app)
  app.register(addMethodReplies)
  return app
}
