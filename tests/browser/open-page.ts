import { chromium, type Page } from 'playwright-core'
import { type SiteFile, serve } from './serve.ts'

export const executablePath = '/usr/bin/chromium'

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface OpenPage {
  readonly page: Page
  /** What the page complained about, and what it asked beyond its own server. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

const html = `<!doctype html><meta charset="utf-8"><title>Sigshift</title>
<link rel="icon" href="data:,"><script type="module" src="/main.js"></script>`
const main = `import * as bundle from '/bundle.js'\nglobalThis.bundle = bundle`

/** Opens a page that has the module's exports in `globalThis.bundle`, and `files` beside it. */
export async function openPage(
  module: string,
  files: Readonly<Record<string, SiteFile>>,
): Promise<OpenPage> {
  const { origin, close: closeServer } = await serve({
    '/': ['text/html', html],
    '/main.js': ['text/javascript', main],
    '/bundle.js': ['text/javascript', module],
    ...files,
  })
  const browser = await chromium.launch({ executablePath, args })
  const close = async (): Promise<void> => {
    await browser.close()
    closeServer()
  }
  const complaints: string[] = []
  try {
    const page = await browser.newPage()
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) complaints.push(request.url())
    })
    await page.goto(origin)
    await page.waitForFunction(() => 'bundle' in globalThis)
    return { page, complaints, close }
  } catch (error) {
    await close()
    throw new Error(`the page did not load: ${complaints.join('; ')}`, { cause: error })
  }
}
