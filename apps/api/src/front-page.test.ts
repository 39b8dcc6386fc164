import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { curlLine } from './curl-line.ts'
import { createTestApp, sdkKey } from './test-app.ts'

function inlineParts(html: string): string[] {
  return [...html.matchAll(/<(script|style)[^>]*>([^<]*)<\/\1>/g)].map(([, , text = '']) => text)
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

test.each(['/', '/reference/'])('%s asks nothing of another host, and may not', async (url) => {
  const { app } = createTestApp()
  const { statusCode, body, headers } = await app.inject({ url })
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  const references = [...body.matchAll(/\b(?:src|href|action)="([^"]*)"/g)].map(([, to]) => to)
  expect(references.length).toBeGreaterThan(0)
  for (const to of references) expect(to).toMatch(/^(?:data:,$|(?!\w+:|\/\/))/)

  const policy = String(headers['content-security-policy'])
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/)
  for (const part of inlineParts(body).filter(Boolean)) expect(policy).toContain(hashOf(part))
})

test('the front page shows the address it was asked at, and a line to try', async () => {
  const { app } = createTestApp()
  const { body } = await app.inject({ url: '/', headers: { host: 'signer.internal:8080' } })
  expect(body).toContain(curlLine('http://signer.internal:8080/', true))
  for (const to of ['reference/', 'openapi.json', 'healthz']) expect(body).toContain(`href="${to}"`)
})

test.each(['a"><script>alert(1)</script>', "a'; rm -rf ~ #", '$(id)', 'a b'])(
  'the front page does not repeat the host %s',
  async (host) => {
    const { app } = createTestApp()
    const { body } = await app.inject({ url: '/', headers: { host } })
    expect(body).toContain(curlLine('http://localhost/', true))
    expect(body).not.toContain(host)
  },
)

test('the front page warns of demo credentials, and only of them', async () => {
  const page = async (demo: boolean): Promise<string> =>
    (await createTestApp({ config: { sdkKey, demo } }).app.inject({ url: '/' })).body
  expect(await page(true)).toContain('<strong>Demo credentials.</strong>')
  expect(await page(false)).not.toContain('Demo credentials')
})

test('the script of the reference page comes from this server', async () => {
  const { app } = createTestApp()
  const script = await app.inject({ url: '/reference/js/scalar.js' })
  expect(script.statusCode).toBe(200)
  expect(script.headers['content-type']).toContain('javascript')
  const { body } = await app.inject({ url: '/reference/' })
  for (const option of ['"withDefaultFonts": false', '"telemetry": false', '"disabled": true']) {
    expect(body).toContain(option)
  }
})

test.each(['', '[', '[::1', 'a b', '1.2.3.4.5', '999.1.1.1', 'xn--a', '%', 'a:b:c'])(
  'asked at the host %j, no page fails',
  async (host) => {
    const { app } = createTestApp()
    for (const url of ['/', '/reference', '/reference/', '/reference/js/scalar.js']) {
      const { statusCode, headers } = await app.inject({ url, headers: { host } })
      expect([200, 301, 400]).toContain(statusCode)
      expect(headers.location ?? '/reference/').toBe('/reference/')
    }
  },
)
