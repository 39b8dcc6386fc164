import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { cspHash } from './csp-hash.ts'
import { ProblemError } from './problem-error.ts'

/** A policy under which a page runs the inline scripts that it came with, and asks no other host. */
function policyFor(html: string): string {
  const scripts = html.matchAll(/<script[^>]*>([^<]+)<\/script>/g)
  const hashes = [...scripts].map(([, script = '']) => cspHash(script))
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * Makes of a text the same bytes each time. The script has 5 MB: sent as a text, each connection that
 * does not read would hold a copy of it, and some hundred of them all the memory that there is.
 */
function createSharedBytes(): (text: string) => Buffer {
  const known = new Map<string, Buffer>()
  return (text) => {
    const bytes = known.get(text) ?? Buffer.from(text)
    known.set(text, bytes)
    return bytes
  }
}

/** The reference page at `/reference`, whose scripts come from this server. */
export function addReference(app: FastifyInstance): void {
  app.register(async (scope) => {
    const bytesOf = createSharedBytes()
    // The plugin makes a URL of it, and fails where that cannot be.
    scope.addHook('onRequest', ({ hostname, protocol, url }, _, done) => {
      if (URL.canParse(url, `${protocol}://${hostname}`)) return done()
      const detail = 'The header `host` is missing or not the name of a host.'
      done(new ProblemError('request-headers-invalid', detail, { status: 400 }))
    })
    scope.addHook('onSend', async (_, reply, payload) => {
      if (reply.statusCode !== 200 || typeof payload !== 'string') return
      // Nothing of a caller's is in it.
      reply.removeHeader('cache-control')
      if (payload.startsWith('<!doctype html>')) {
        reply.header('content-security-policy', policyFor(payload))
      }
      return bytesOf(payload)
    })
    await scope.register(scalar, {
      routePrefix: '/reference',
      configuration: {
        url: '../openapi.json',
        pageTitle: 'Sigshift signer: API reference',
        withDefaultFonts: false,
        telemetry: false,
        showDeveloperTools: 'never',
        hideClientButton: true,
        agent: { disabled: true },
        mcp: { disabled: true },
        documentDownloadType: 'json',
        favicon: 'data:,',
      },
    })
  })
}
