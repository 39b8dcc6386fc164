import type { FastifyInstance } from 'fastify'
import { cspHash } from './csp-hash.ts'
import { curlLine } from './curl-line.ts'
import { frontPageStyle } from './front-page-style.ts'

// Behind a proxy only the browser knows the address that the page was asked at.
const script = `
const line = document.querySelector('#line')
line.textContent = line.textContent.replace(line.dataset.url, location.origin + location.pathname)
const button = document.querySelector('button')
button.hidden = !navigator.clipboard
button.addEventListener('click', async () => {
  await navigator.clipboard.writeText(line.textContent)
  button.textContent = 'Copied'
  setTimeout(() => { button.textContent = 'Copy' }, 2000)
})
`

const policy = [
  "default-src 'none'",
  `style-src ${cspHash(frontPageStyle)}`,
  `script-src ${cspHash(script)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const demoWarning = `<p class="warning" role="status"><strong>Demo credentials.</strong> Zoom refuses
these tokens. Set <code>ZOOM_MEETING_SDK_KEY</code> and <code>ZOOM_MEETING_SDK_SECRET</code> to those
of your app, and start again.</p>`

export interface FrontPage {
  readonly demo: boolean
  readonly hasDocs: boolean
  readonly isOpen: boolean
}

const open = `Whoever reaches this server gets tokens: no caller is configured. Keep it on a private
network.`
const closed = `Callers send <code>authorization: Bearer</code> with their key, or with a token of their
identity provider.`

const docsLine = `<li><a href="docs/">Documentation</a><span>and the debugger: paste a signature, see what is wrong</span></li>
`

/** The page that shows a person that the signer runs, and how to ask it. */
function renderFrontPage(url: string, { demo, hasDocs, isOpen }: FrontPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sigshift signer</title>
<link rel="icon" href="data:,">
<style>${frontPageStyle}</style>
</head>
<body>
<main>
<h1>Sigshift signer</h1>
<p class="state quiet">Running. It signs Zoom Meeting SDK tokens.</p>
${demo ? demoWarning : ''}
<h2>Try it</h2>
<div class="card">
<pre><code id="line" data-url="${url}">${curlLine(url, isOpen)}</code></pre>
<button type="button" hidden>Copy</button>
</div>
<p class="quiet">It answers <code>{"signature":"eyJ…","sdkKey":"…"}</code>. <code>role</code> is 0 for a
participant and 1 for the host.</p>
<h2>Where things are</h2>
<ul class="card">
<li><code>POST /</code><span>takes and answers what Zoom’s auth endpoint sample does</span></li>
<li><code>POST /v1/…</code><span>strict, for each SDK and each app</span></li>
${hasDocs ? docsLine : ''}<li><a href="reference/">API reference</a><span>each member, and each error</span></li>
<li><a href="openapi.json">openapi.json</a><span>the same as OpenAPI 3.1, for programs</span></li>
<li><a href="healthz">healthz</a><span>for probes</span></li>
</ul>
<p class="quiet">${isOpen ? open : closed}</p>
</main>
<script>${script}</script>
</body>
</html>
`
}

/** A host goes into a page and into a line for a shell, so it is taken only where it is plain. */
const plainHost = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/** `GET /`. */
export function addFrontPage(app: FastifyInstance, page: FrontPage): void {
  app.get('/', { schema: { hide: true } }, ({ host, protocol }, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .send(renderFrontPage(`${protocol}://${plainHost.test(host) ? host : 'localhost'}/`, page)),
  )
}
