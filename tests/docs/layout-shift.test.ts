import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasChromium } from './chromium.ts'
import { inParallel } from './in-parallel.ts'
import { pageKinds } from './pages.ts'
import { useBuiltSite } from './use-built-site.ts'

/** So many times slower than this machine, as a telephone is: a page is then painted half read. */
const slowdown = 6

interface ShiftEntry extends PerformanceEntry {
  readonly value: number
  readonly sources: readonly {
    readonly node?: Element
    readonly previousRect: DOMRect
    readonly currentRect: DOMRect
  }[]
}

/** What is less is a layout shift of 0 to Lighthouse, which shows three digits. */
const leastShown = 0.0005

/** What moved on a page since it was opened, and from where to where. */
function shiftsOn(page: Page): Promise<string[]> {
  return page.evaluate(
    (least) =>
      new Promise<string[]>((resolve) => {
        const seen: string[] = []
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as ShiftEntry[]) {
            // The browser names nothing that moved where it is gone again; of that the size decides.
            if (sources.length === 0 && value < least) continue
            const moved = sources.map(({ node, previousRect, currentRect }) => {
              const tag = node?.outerHTML?.slice(0, 80) ?? String(node?.textContent)
              return `${tag} ${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`
            })
            seen.push(`${value}: ${moved.join(', ')}`)
          }
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(seen), 100)
      }),
    leastShown,
  )
}

describe.skipIf(!hasChromium)('the first load', () => {
  const built = useBuiltSite({ slow: true })

  for (const width of [360, 1280]) {
    it(`shifts nothing in a window of ${width} pixels`, async () => {
      const context = await built.browser.newContext({ viewport: { width, height: 900 } })
      const shifts = await inParallel(pageKinds, async (path) => {
        const page = await context.newPage()
        const devtools = await context.newCDPSession(page)
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
        await page.goto(built.site.url + path, { waitUntil: 'networkidle' })
        const found = await shiftsOn(page)
        await page.close()
        return found.map((shift) => `${path}: ${shift}`)
      })
      await context.close()
      expect(shifts.flat()).toEqual([])
    })
  }
})
