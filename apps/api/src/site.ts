import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyError, FastifyInstance } from 'fastify'
import { cspHash } from './csp-hash.ts'
import { frontPageStyle } from './front-page-style.ts'

const nobodyFrames = "frame-ancestors 'none'"

/** A worker is held by the policy that comes with its own file; the debugger's compiles grammars. */
const scriptPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self'",
  nobodyFrames,
].join('; ')

/** The policy that a page was built with, which names each of its inline scripts. */
function pagePolicy(path: string): string {
  const html = readFileSync(path, 'utf8')
  const [, built = "default-src 'self'"] =
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
  return `${built}; ${nobodyFrames}`
}

/** Makes the function from a file to its policy; a page is read again only when it was written again. */
function createPolicies(): (path: string, writtenMs: number) => string | undefined {
  const ofPages = new Map<string, { readonly writtenMs: number; readonly policy: string }>()
  return (path, writtenMs) => {
    if (!path.endsWith('.html')) return path.endsWith('.js') ? scriptPolicy : undefined
    const known = ofPages.get(path)
    if (known?.writtenMs === writtenMs) return known.policy
    const policy = pagePolicy(path)
    ofPages.set(path, { writtenMs, policy })
    return policy
  }
}

/** Names under `assets/` carry a hash of what is in them. */
function cachingOf(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

const waitingPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2">
<title>Sigshift documentation is being built</title>
<link rel="icon" href="data:,">
<style>${frontPageStyle}</style>
</head>
<body>
<main>
<h1>The documentation is being built</h1>
<p>That takes about half a minute, once after each change of it. This page shows it when it is there.</p>
<p class="quiet">If it does not come, the terminal of the signer says why. Signing works meanwhile.</p>
</main>
</body>
</html>
`
const waitingPolicy = `default-src 'none'; style-src ${cspHash(frontPageStyle)}; img-src data:; ${nobodyFrames}`

/** A path out of the folder, or with a zero byte: to who asks, it is not there. */
function isPathFault({ statusCode, code }: FastifyError): boolean {
  return statusCode === 403 || code === 'ERR_INVALID_ARG_VALUE'
}

/**
 * The documentation site at `/docs`, from a folder that need not be filled yet: until it has an
 * `index.html`, a page says that it is being built.
 */
export function addSite(app: FastifyInstance, folder: string): void {
  let isBuilt = false
  const policyFor = createPolicies()
  app.register(
    async (scope) => {
      scope.addHook('onRequest', (_, reply, done) => {
        isBuilt ||= existsSync(join(folder, 'index.html'))
        if (isBuilt) return done()
        reply
          .code(503)
          .header('retry-after', '5')
          .header('content-security-policy', waitingPolicy)
          .type('text/html; charset=utf-8')
          .send(waitingPage)
      })
      await scope.register(fastifyStatic, {
        root: folder,
        extensions: ['html'],
        redirect: true,
        dotfiles: 'ignore',
        cacheControl: false,
        setHeaders: (reply, path, { mtimeMs }) => {
          reply.header('cache-control', cachingOf(path))
          const policy = policyFor(path, mtimeMs)
          if (policy) reply.header('content-security-policy', policy)
        },
      })
      scope.setNotFoundHandler((_, reply) => reply.code(404).sendFile('404.html'))
      scope.setErrorHandler<FastifyError>((error, _, reply) => {
        if (isPathFault(error)) return reply.callNotFound()
        throw error
      })
      scope.get('', { schema: { hide: true } }, (_, reply) => reply.redirect('/docs/', 301))
    },
    // A page is some twenty files, none of which tells what the signer does.
    { prefix: '/docs', logLevel: 'warn' },
  )
}
