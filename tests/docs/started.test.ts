import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasChromium, launch } from './chromium.ts'
import { type Signer, startSigner } from './start-signer.ts'
import { jwt, meetingClaims, secret } from './tokens.ts'

describe.skipIf(!hasChromium)('the site of npm start', () => {
  let signer: Signer
  let browser: Browser

  beforeAll(async () => {
    signer = await startSigner()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    signer?.stop()
  })

  const open = async (context: BrowserContext, path = ''): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(signer.docs + path)
    await page.waitForSelector('[data-ready]')
    return page
  }

  it('works below /docs, and breaks no policy', async () => {
    const context = await browser.newContext()
    const faults: string[] = []
    context.on('response', (response) => {
      if (response.status() >= 400) faults.push(response.url())
    })
    context.on('console', (line) => {
      if (line.type() === 'error') faults.push(line.text())
    })
    const page = await open(context)
    await page.locator('.debugger textarea').fill('undefined')
    await page.locator('.issue.first a').first().click()
    await page.getByRole('heading', { name: 'How to check' }).waitFor()
    expect(page.url()).toBe(`${signer.docs}issues/not-a-signature`)
    await context.close()
    expect(faults).toEqual([])
  })

  it('migrates pasted code, with a grammar that its policy lets the worker compile', async () => {
    const context = await browser.newContext()
    const page = await open(context, 'debugger')
    const area = page.locator('.debugger textarea')
    await area.fill(`function sign($api_key, $api_secret, $meeting_number, $role) {
  $time = time() * 1000 - 30000;
  $data = base64_encode($api_key . $meeting_number . $time . $role);
  $hash = hash_hmac('sha256', $data, $api_secret, true);
  $sig = $api_key . "." . $meeting_number . "." . $time . "." . $role . "." . base64_encode($hash);
  return rtrim(strtr(base64_encode($sig), '+/', '-_'), '=');
}`)
    await page.getByRole('button', { name: 'Show it migrated' }).click()
    expect(await page.getByLabel('The migrated code').innerText()).toContain("'appKey' => $api_key")
    await context.close()
  })

  it('opens what was visited without a network, and keeps nothing of what was pasted', async () => {
    const context = await browser.newContext()
    const signature = jwt(meetingClaims(Math.floor(Date.now() / 1000)))
    const page = await open(context, `debugger#signature=${encodeURIComponent(signature)}`)
    await page.locator('.debugger summary').click()
    await page.getByLabel('Secret, to verify the MAC').fill(secret)
    await page.getByText('its MAC verifies').first().waitFor()
    await page.evaluate(async () => {
      const isKept = async () =>
        (await caches.match(location.pathname)) !== undefined &&
        (await (await caches.open('visited')).keys()).some(({ url }) => url.includes('worker'))
      while (!(await isKept())) await new Promise((next) => setTimeout(next, 50))
    })

    await context.setOffline(true)
    await page.goto('about:blank')
    await page.goto(`${signer.docs}debugger`)
    await page.waitForSelector('[data-ready]')
    await page.locator('.debugger textarea').fill('undefined')
    await page.locator('.issue.first').waitFor()

    const kept = await page.evaluate(async () => {
      const cache = await caches.open('visited')
      const texts = (await cache.keys()).map(async (request) => {
        const response = await cache.match(request)
        return `${request.url} ${response?.url} ${await response?.text()}`
      })
      return (await Promise.all(texts)).join('\n')
    })
    expect(kept.length).toBeGreaterThan(10_000)
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(signature)
    expect(kept).not.toContain('#signature=eyJ')
    await context.close()
  })
})
