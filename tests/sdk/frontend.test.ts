import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { createSigner } from '@sigshift/signer/sync'
import type { Browser, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { executablePath } from '../browser/open-page.ts'
import { installInto } from '../consumers/projects.ts'
import { root } from '../consumers/publishable.ts'
import { output } from '../consumers/run.ts'
import { cleanEnv } from '../consumers/runtimes.ts'
import { launch } from './join.ts'
import { sdkVersion } from './zoom-package.ts'

const hasChromium = existsSync(executablePath)
const meetingNumber = '84512367890'
const credentials = {
  sdkKey: 'xu3JPaA_RJW2-9l5_HAaLA',
  sdkSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq',
}

/** Builds a copy of the example, with compat from its tarball as a user's project has it. */
async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sigshift-frontend-'))
  const tarballs = inject('tarballs')
  const compat = tarballs.filter(({ name }) => name === '@sigshift/compat')
  await installInto(folder, compat, tarballs, { '@zoom/meetingsdk': sdkVersion, vite: '8.3.8' })
  cpSync(join(root, 'examples/frontend'), folder, {
    recursive: true,
    filter: (path) => !/node_modules|dist|(?:package|tsconfig)\.json$/.test(path),
  })
  const vite = join(folder, 'node_modules/vite/bin/vite.js')
  await output(process.execPath, [vite, 'build'], { cwd: folder, env: cleanEnv() })
  return folder
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

/** Serves the built pages, and signs at `/signature` each time a second later. */
function serve(dist: string): Server {
  let asked = 0
  const clock = (): Date => new Date(Date.now() + asked * 1000)
  const { sign } = createSigner({ ...credentials, clock })
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (request.method === 'POST' && pathname === '/signature') {
      asked += 1
      const signature = sign({ meetingNumber, role: 0 })
      response.setHeader('content-type', 'application/json')
      return response.end(JSON.stringify({ signature, sdkKey: credentials.sdkKey }))
    }
    const path = join(dist, pathname)
    if (!existsSync(path) || pathname === '/') return response.writeHead(404).end()
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
    return response.end(readFileSync(path))
  })
}

let project: string
let browser: Browser
let server: Server
let origin: string

beforeAll(async () => {
  if (!hasChromium) return
  project = await build()
  server = serve(join(project, 'dist'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launch()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  server?.close()
})
beforeEach(({ skip }) => {
  skip(!hasChromium, `no ${executablePath}: apt-get install chromium`)
})

const expired = { errorCode: 200, errorMessage: 'The signature has expired.' }
const invalid = { errorCode: 200, errorMessage: 'Invalid signature.' }

/** Files that the SDK asks Zoom's file server for are in its package too. */
function answerAsset(route: Route, pathname: string): Promise<void> {
  const [, asset] = /\/(lib\/.+)$/.exec(pathname) ?? []
  const path = asset && join(project, 'node_modules/@zoom/meetingsdk/dist', asset)
  if (!path || !existsSync(path)) return route.abort()
  return route.fulfill({ path, headers: { 'access-control-allow-origin': '*' } })
}

interface Attempt {
  /** The signatures that Zoom was sent, one for each time that the SDK joined. */
  readonly sent: readonly (string | null)[]
  readonly status: string
}

/** Fills the form and sends it, and answers for Zoom with these, one after the other. */
async function joinWith(page: string, answers: readonly object[]): Promise<Attempt> {
  const context = await browser.newContext()
  const sent: (string | null)[] = []
  await context.route('**/*', async (route) => {
    const request = route.request()
    const { hostname, pathname } = new URL(request.url())
    if (hostname === '127.0.0.1') return route.continue()
    if (!pathname.endsWith('/wc/info')) return answerAsset(route, pathname)
    const answer = answers[Math.min(sent.length, answers.length - 1)]
    sent.push(new URLSearchParams(request.postData() ?? '').get('signature'))
    return route.fulfill({
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
      json: { status: false, result: null, ...answer },
    })
  })
  const opened = await context.newPage()
  await opened.goto(`${origin}/${page}`)
  await opened.evaluate(
    ([number, name]) => {
      const form = document.querySelector('form')
      const fill = (member: string, value: string): void => {
        const input = form?.elements.namedItem(member)
        if (input instanceof HTMLInputElement) input.value = value
      }
      fill('meetingNumber', number ?? '')
      fill('userName', name ?? '')
      form?.requestSubmit()
    },
    ['845 1236 7890', 'Ann'],
  )
  const status = opened.locator('[role="status"]').first()
  await opened.waitForFunction(
    () => (document.querySelector('p[role="status"]')?.textContent ?? '') !== '',
    undefined,
    { timeout: 60_000 },
  )
  const text = (await status.textContent()) ?? ''
  await context.close()
  return { sent, status: text }
}

describe.each(['client-view.html', 'component-view.html'])('examples/frontend, %s', (page) => {
  test('joins with what our server signed, and shows what Zoom answers', async () => {
    const { sent, status } = await joinWith(page, [invalid])
    expect(sent).toEqual([expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]{43}$/)])
    expect(status).toContain('3712')
  })
})

test('examples/frontend joins the component view again where a signature has expired, once', async () => {
  const { sent, status } = await joinWith('component-view.html', [expired])
  expect(sent).toHaveLength(2)
  expect(new Set(sent).size).toBe(2)
  expect(status).toContain('3705')
})
