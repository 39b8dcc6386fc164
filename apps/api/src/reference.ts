import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { cspHash } from './csp-hash.ts'

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

/** The reference page at `/reference`, whose scripts come from this server. */
export function addReference(app: FastifyInstance): void {
  app.register(async (scope) => {
    scope.addHook('onSend', async (_, reply, payload) => {
      // Its script has 3 MB, and nothing of a caller's in it.
      reply.removeHeader('cache-control')
      if (typeof payload === 'string' && payload.startsWith('<!doctype html>')) {
        reply.header('content-security-policy', policyFor(payload))
      }
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
