import { type Browser, chromium } from 'playwright-core'
import { executablePath } from '../browser/open-page.ts'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No name is looked up, so that nothing can leave the machine even if a request slipped through.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args })
}

export interface JoinAttempt {
  /** The form of the SDK's request to Zoom's `wc/info`; absent where it sent none. */
  readonly info?: URLSearchParams
  readonly otherHosts: readonly string[]
  readonly consoleLines: readonly string[]
  readonly uncaught: readonly string[]
  readonly told: readonly (readonly [string, { message?: string; errorCode?: number }])[]
}

/** Zoom's answer to the info request, as the SDK reads it. */
export interface InfoAnswer {
  readonly errorCode: number
  readonly errorMessage: string
}

/** Loads a page with the real SDK, joins, and gives what it sent and said. Every request to another host is answered here. */
export async function attemptJoin(
  browser: Browser,
  url: string,
  parameters: Readonly<Record<string, unknown>>,
  answer: InfoAnswer,
): Promise<JoinAttempt> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const found = {
    info: undefined as URLSearchParams | undefined,
    otherHosts: [] as string[],
    consoleLines: [] as string[],
    uncaught: [] as string[],
  }
  page.on('console', (line) => found.consoleLines.push(line.text()))
  page.on('pageerror', (error) => found.uncaught.push(`${error.name}: ${error.message}`))
  await context.route('**/*', async (route) => {
    const request = route.request()
    const { hostname, pathname, origin } = new URL(request.url())
    if (hostname === '127.0.0.1') return route.continue()
    if (!pathname.endsWith('/wc/info')) {
      found.otherHosts.push(origin)
      return route.abort()
    }
    found.info = new URLSearchParams(request.postData() ?? '')
    return route.fulfill({
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
      json: { status: false, result: null, ...answer },
    })
  })
  await page.goto(url)
  await page.waitForFunction('window.ready === true')
  await page.evaluate('0')
  await page
    .evaluate(
      (given) =>
        (globalThis as unknown as { joinWith: (given: object) => Promise<void> }).joinWith(given),
      parameters,
    )
    .catch((error: Error) => found.uncaught.push(error.message))
  await page
    .waitForFunction('window.told.length > 0', undefined, { timeout: 6000 })
    .catch(() => undefined)
  const told = (await page.evaluate('window.told')) as JoinAttempt['told']
  await context.close()
  const { info, ...others } = found
  return { ...others, told, ...(info && { info }) }
}
