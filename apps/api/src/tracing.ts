import type { FastifyInstance } from 'fastify'

/** Where `@opentelemetry/api` 1.x registers what an SDK sets up. */
const registry = Symbol.for('opentelemetry.js.api.1')

interface SpanOptions {
  readonly attributes?: Readonly<Record<string, unknown>>
}
interface Span {
  readonly setStatus: (status: { readonly code: number }) => Span
}
interface Tracer {
  readonly startSpan: (name: string, options?: SpanOptions, context?: unknown) => Span
}
interface TracerProvider {
  readonly getTracer: (...names: readonly string[]) => Tracer
}

/** The tracer provider of an SDK that was set up in this process, as by `node --import ./otel.mjs`. */
function findProvider(): TracerProvider | undefined {
  return (globalThis as { [registry]?: { readonly trace?: TracerProvider } })[registry]?.trace
}

/**
 * Takes out what callers write: the path with its query, where a token may stand, and messages of
 * errors. The route says which path it was.
 */
function withoutCallersText(provider: TracerProvider): TracerProvider {
  return {
    getTracer: (...names) => {
      const tracer = provider.getTracer(...names)
      return {
        startSpan: (name, options, context) => {
          const { 'url.path': _, ...attributes } = options?.attributes ?? {}
          const span = tracer.startSpan(name, { ...options, attributes }, context)
          const setStatus = span.setStatus.bind(span)
          return Object.assign(span, {
            setStatus: ({ code }: { code: number }) => setStatus({ code }),
          })
        },
      }
    },
  }
}

/**
 * Traces requests where there is an SDK, and says whether there is; without one not even the code
 * for it is loaded.
 */
export function addTracing(app: FastifyInstance): boolean {
  const provider = findProvider()
  if (!provider) return false
  app.register(
    import('@fastify/otel').then(({ FastifyOtelInstrumentation }) => {
      const options = { recordExceptions: false, instrumentHooks: false, instrumentHandler: false }
      const instrumentation = new FastifyOtelInstrumentation(options)
      instrumentation.setTracerProvider(withoutCallersText(provider) as never)
      return { default: instrumentation.plugin() }
    }),
  )
  return true
}
