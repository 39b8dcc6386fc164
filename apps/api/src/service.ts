import { resolve } from 'node:path'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { CommonConfig, CommonOptions } from './app-options.ts'
import { buildApp } from './build-app.ts'
import { mostSkewSeconds, watchClock } from './clock-skew.ts'
import type { Rates } from './guards.ts'
import { type AccessEdge, type Loaded, loadAccess } from './load-access.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { buildMetricsApp } from './metrics-route.ts'
import { createMemoryCounter } from './rate-counter.ts'
import { createRedisCounter, type RedisCounter } from './redis-counter.ts'
import { createRotation } from './rotation.ts'
import { isLoopback } from './setting.ts'
import type { Config } from './settings.ts'

export interface Service {
  readonly app: FastifyInstance
  readonly listen: () => Promise<void>
  readonly reload: () => void
  /** Says at `/readyz` that no more requests should come, and lets connections end. */
  readonly drain: () => void
  readonly close: () => Promise<void>
}

function listenOn(app: FastifyInstance, host: string, port: number): Promise<string> {
  return app.listen({ host, port, listenTextResolver: () => 'listening' })
}

function createRates(
  { config, openAccess }: Loaded,
  now: () => Date,
  redis: RedisCounter | undefined,
): Rates {
  const isPrivate = openAccess !== undefined && isLoopback(config.host)
  return {
    counter: redis ?? createMemoryCounter(now),
    perAddress: config.ratePerAddress ?? (isPrivate ? 0 : 3000),
    perCaller: config.ratePerCaller ?? 600,
  }
}

/** What is on in production only where somebody turned it on. */
function wantsInspections({ inspections, mode }: Config): boolean {
  return inspections === undefined ? mode !== 'production' : inspections === 'on'
}

function connectRedis(
  { redisUrl: url }: Config,
  now: () => Date,
  onChange: (shared: boolean, reason?: string) => void,
): RedisCounter | undefined {
  if (url === undefined) return undefined
  return createRedisCounter({ url, now, local: createMemoryCounter(now), onChange })
}

/** Compares the clock with the configured source, and gives what ends that. */
function followClock(
  { clockSource: url }: Config,
  now: () => Date,
  log: FastifyBaseLogger,
  metrics: Metrics | undefined,
): (() => void) | undefined {
  if (url === undefined) return undefined
  return watchClock({
    url,
    now,
    onFailure: () => {
      metrics?.setClockSkew(Number.NaN)
      log.warn('the clock source gave no time')
    },
    onSkew: (seconds) => {
      metrics?.setClockSkew(seconds)
      if (Math.abs(seconds) > mostSkewSeconds) {
        log.warn({ seconds }, 'the clock is wrong; Zoom may refuse what is signed now')
      }
    },
  })
}

/** What the configuration alone says of the HTTP side. */
function optionsOf(
  { config, demo, openAccess }: Loaded,
  { logDestination, now }: AccessEdge,
): CommonOptions & { readonly config: CommonConfig } {
  const { corsOrigins, docsFolder, eventLoopDelayMs, logLevel, metricsKey, trustProxy } = config
  return {
    config: { demo, logLevel },
    limits: { eventLoopDelayMs },
    // Who says OPEN_ACCESS has thought of who may come.
    localOnly: openAccess !== undefined && config.openAccess === undefined,
    ...(logDestination ? { logDestination } : {}),
    ...(metricsKey === undefined ? {} : { metricsKey }),
    ...(docsFolder === undefined ? {} : { docsFolder: resolve(docsFolder) }),
    ...(corsOrigins ? { corsOrigins } : {}),
    ...(trustProxy ? { trustProxy } : {}),
    ...(wantsInspections(config) ? { inspectionClock: now } : {}),
  }
}

/** Puts the parts together. What it starts, it stops. */
export async function createService(loaded: Loaded, edge: AccessEdge): Promise<Service> {
  const { config } = loaded
  const { now } = edge
  const metrics: Metrics | undefined =
    config.metricsPort !== undefined || config.metricsKey !== undefined
      ? await createMetrics()
      : undefined
  const rotation = createRotation(loaded, {
    load: () => loadAccess(edge),
    onReload: (ok) => metrics?.countReload(ok),
    readText: edge.readText,
  })
  let isStopping = false
  const redis = connectRedis(config, now, (shared, reason) => {
    metrics?.setRedis(shared)
    if (shared) app.log.info('requests are counted in Redis')
    else if (!isStopping) app.log.warn({ reason }, 'Redis is away; this instance counts alone')
  })
  const app = buildApp({
    ...optionsOf(loaded, edge),
    access: rotation.access,
    rates: createRates(loaded, now, redis),
    readiness: {
      reason: () => (isStopping ? 'stopping' : undefined),
      rateLimits: () => (redis?.isShared() ? 'shared' : 'alone'),
    },
    ...(metrics ? { metrics } : {}),
  })
  const metricsApp =
    metrics && config.metricsPort !== undefined ? buildMetricsApp(metrics) : undefined
  rotation.start(app.log)
  const stopClock = followClock(config, now, app.log, metrics)

  return {
    app,
    listen: async () => {
      await listenOn(app, config.host, config.port)
      if (loaded.openAccess && !isLoopback(config.host)) {
        app.log.warn({ openAccess: loaded.openAccess }, 'open: whoever reaches this gets tokens')
      }
      if (metricsApp) await listenOn(metricsApp, config.host, config.metricsPort ?? 0)
    },
    reload: rotation.reload,
    drain: () => {
      isStopping = true
      app.server.prependListener('request', (_, response) => {
        response.shouldKeepAlive = false
      })
    },
    close: async () => {
      isStopping = true
      stopClock?.()
      rotation.close()
      await app.close()
      redis?.close()
      await metricsApp?.close()
      metrics?.clear()
    },
  }
}
