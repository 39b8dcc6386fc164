import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dist } from './build-site.ts'
import { hasChromium, launch } from './chromium.ts'
import { inParallel } from './in-parallel.ts'
import { pageKinds } from './pages.ts'
import { type Site, serveSite } from './serve-site.ts'

interface ShiftEntry extends PerformanceEntry {
  readonly value: number
  readonly sources: readonly {
    readonly node?: Element
    readonly previousRect: DOMRect
    readonly currentRect: DOMRect
  }[]
}

/** What moved on a page since it was opened, and from where to where. */
function shiftsOn(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const seen: string[] = []
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as ShiftEntry[]) {
            const moved = sources.map(({ node, previousRect, currentRect }) => {
              const tag = node?.outerHTML?.slice(0, 80) ?? String(node?.textContent)
              return `${tag} ${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`
            })
            seen.push(`${value}: ${moved.join(', ')}`)
          }
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(seen), 100)
      }),
  )
}

describe.skipIf(!hasChromium)('the first load', () => {
  let site: Site
  let browser: Browser

  beforeAll(async () => {
    site = await serveSite(dist)
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  for (const width of [360, 1280]) {
    // On a busy processor a page is painted while half of it is read, which no style foresees.
    it(`shifts nothing in a window of ${width} pixels`, { retry: 4 }, async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 } })
      const shifts = await inParallel(pageKinds, async (path) => {
        const page = await context.newPage()
        await page.goto(site.url + path, { waitUntil: 'networkidle' })
        const found = await shiftsOn(page)
        await page.close()
        return found.map((shift) => `${path}: ${shift}`)
      })
      await context.close()
      expect(shifts.flat()).toEqual([])
    })
  }
})
