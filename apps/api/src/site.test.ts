import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { createTestApp } from './test-app.ts'

const built = "default-src 'self'; script-src 'self' 'sha256-Zm9v'"
const page = (title: string): string =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="${built}"><h1>${title}</h1>`
const files = {
  'index.html': page('home'),
  '404.html': page('no such page'),
  'debugger.html': page('debugger'),
  'debugger.md': '# debugger',
  'issues/index.html': page('issues'),
  'assets/app.Ab12_-xy.js': 'export {}',
  'grammars/php.wasm': '\0asm',
  '.hidden': 'hidden',
}

function emptyFolder(): string {
  const around = mkdtempSync(join(tmpdir(), 'sigshift-site-'))
  onTestFinished(() => rmSync(around, { recursive: true, force: true }))
  writeFileSync(join(around, 'outside.html'), 'outside')
  mkdirSync(join(around, 'site'))
  return join(around, 'site')
}

function fill(folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function createSite(): FastifyInstance {
  const folder = emptyFolder()
  fill(folder)
  return createTestApp({ docsFolder: folder }).app
}

test.each([
  ['/docs/', 'home', 'text/html; charset=utf-8'],
  ['/docs/debugger', 'debugger', 'text/html; charset=utf-8'],
  ['/docs/debugger.md', '# debugger', 'text/markdown; charset=utf-8'],
  ['/docs/issues/', 'issues', 'text/html; charset=utf-8'],
  ['/docs/assets/app.Ab12_-xy.js', 'export {}', 'application/javascript; charset=utf-8'],
  ['/docs/grammars/php.wasm', '\0asm', 'application/wasm'],
])('%s is served with its type', async (url, text, type) => {
  const { statusCode, body, headers } = await createSite().inject({ url })
  expect(statusCode).toBe(200)
  expect(body).toContain(text)
  expect(headers['content-type']).toBe(type)
})

test.each(['/docs', '/docs/issues'])('%s leads to where relative links hold', async (url) => {
  const { statusCode, headers } = await createSite().inject({ url })
  expect([statusCode, headers.location]).toEqual([301, `${url}/`])
})

test('a page has the policy that it was built with, and is in no frame', async () => {
  const { headers } = await createSite().inject({ url: '/docs/debugger' })
  expect(headers['content-security-policy']).toBe(`${built}; frame-ancestors 'none'`)
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('a worker may compile a grammar, and ask this server only', async () => {
  const { headers } = await createSite().inject({ url: '/docs/assets/app.Ab12_-xy.js' })
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'|unsafe-inline/)
})

test('what carries a hash in its name is kept, the rest is asked for again', async () => {
  const app = createSite()
  const { headers } = await app.inject({ url: '/docs/assets/app.Ab12_-xy.js' })
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const first = await app.inject({ url: '/docs/debugger' })
  expect(first.headers['cache-control']).toBe('no-cache')
  const again = await app.inject({
    url: '/docs/debugger',
    headers: { 'if-none-match': String(first.headers.etag) },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test.each(['/docs/no-such-page', '/docs/.hidden', '/docs/assets/', '/docs/debugger%00.html'])(
  '%s is a page that is not there',
  async (url) => {
    const { statusCode, body } = await createSite().inject({ url })
    expect(statusCode).toBe(404)
    expect(body).toContain('no such page')
  },
)

test.each([
  '/docs/../outside.html',
  '/docs/..%2foutside.html',
  '/docs/%2e%2e/outside.html',
  '/docs/issues/..%2f..%2foutside.html',
  '/docs/..%5coutside.html',
  '/docs//../outside.html',
  '/docs/%252e%252e%252foutside.html',
])('nothing outside of the folder is served: %s', async (url) => {
  const { statusCode, body } = await createSite().inject({ url })
  expect(statusCode).toBe(404)
  expect(body).not.toBe('outside')
})

test('a page takes no body', async () => {
  const { statusCode, headers } = await createSite().inject({ method: 'POST', url: '/docs/' })
  expect([statusCode, headers.allow]).toEqual([405, 'GET, HEAD'])
})

test('a site that is being built says so, and comes when it is there', async () => {
  const folder = emptyFolder()
  const { app } = createTestApp({ docsFolder: folder })
  const { statusCode, headers, body } = await app.inject({ url: '/docs/issues/' })
  expect([statusCode, headers['retry-after']]).toEqual([503, '5'])
  expect(body).toContain('<meta http-equiv="refresh" content="2">')
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
  fill(folder)
  expect((await app.inject({ url: '/docs/issues/' })).body).toContain('issues')
})

test('the front page leads to the site where there is one', async () => {
  const front = async (app: FastifyInstance): Promise<string> => (await app.inject('/')).body
  expect(await front(createSite())).toContain('href="docs/"')
  const { app } = createTestApp()
  expect(await front(app)).not.toContain('docs/')
  expect((await app.inject('/docs/')).statusCode).toBe(404)
})

test('a page that is built again comes with the policy of its new scripts', async () => {
  const folder = emptyFolder()
  fill(folder)
  const { app } = createTestApp({ docsFolder: folder })
  const policy = async (): Promise<unknown> =>
    (await app.inject({ url: '/docs/debugger' })).headers['content-security-policy']
  expect(await policy()).toBe(`${built}; frame-ancestors 'none'`)
  const path = join(folder, 'debugger.html')
  writeFileSync(path, page('debugger').replace('Zm9v', 'YmFy'))
  // A second later, as a build would be; a file system may tell whole seconds only.
  utimesSync(path, new Date(), new Date(Date.now() + 1000))
  expect(await policy()).toContain('sha256-YmFy')
})
