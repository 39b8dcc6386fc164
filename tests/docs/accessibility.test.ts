import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasChromium } from './chromium.ts'
import { inParallel } from './in-parallel.ts'
import { pageKinds } from './pages.ts'
import { jwt, meetingClaims } from './tokens.ts'
import { useBuiltSite } from './use-built-site.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const broken = jwt({ ...meetingClaims(1_700_000_000), role: '0', mn: '845 1236 7890' })

describe.skipIf(!hasChromium)('every kind of page', () => {
  const built = useBuiltSite()

  const open = async (context: BrowserContext, path: string, text: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(built.site.url + path)
    if (text === '') return page
    await page.waitForSelector('[data-ready]')
    await page.locator('.debugger summary').click()
    await page.locator('.debugger textarea').fill(text)
    await page.locator('.verdict:not(.empty)').waitFor()
    return page
  }

  /** All rules in light; in dark those on colours, since the theme changes nothing else. */
  const violations = async (path: string, text = ''): Promise<string[]> => {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await built.browser.newContext({ colorScheme })
      const page = await open(context, path, text)
      const axe = new AxeBuilder({ page })
      if (colorScheme === 'light') axe.withTags(tags)
      else axe.withRules(['color-contrast', 'link-in-text-block'])
      for (const { id, nodes } of (await axe.analyze()).violations) {
        const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
        found.push(`${path}, ${colorScheme}: ${id}: ${places.join(' | ')}`)
      }
      await context.close()
    }
    return found
  }

  it('has no fault that axe knows', async () => {
    const found = await inParallel(pageKinds, (path) => violations(path), 3)
    expect(found.flat()).toEqual([])
  }, 600_000)

  for (const [name, text] of [
    ['a broken token', broken],
    ['a message', 'Signature is invalid.'],
    ['code', 'ZoomMtg.generateSignature({ apiKey: k, apiSecret: s, meetingNumber: n, role: 0 })'],
  ] as const) {
    it(`has no fault that axe knows when the debugger shows ${name}`, async () => {
      expect(await violations('debugger', text)).toEqual([])
    })
  }

  for (const width of [360, 768, 1280, 2560]) {
    it(`fits a window of ${width} pixels`, async () => {
      const context = await built.browser.newContext({ viewport: { width, height: 900 } })
      const tooWide: string[] = []
      await inParallel(pageKinds, async (path) => {
        const page = await context.newPage()
        await page.goto(built.site.url + path, { waitUntil: 'domcontentloaded' })
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (over > 0) tooWide.push(`${path}: ${over} px`)
        await page.close()
      })
      const page = await context.newPage()
      await page.goto(`${built.site.url}debugger`)
      await page.waitForSelector('[data-ready]')
      await page.locator('.debugger textarea').fill(broken)
      await page.locator('.issue.first').waitFor()
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) tooWide.push(`debugger with a token: ${over} px`)
      await context.close()
      expect(tooWide).toEqual([])
    })
  }

  it('moves nothing for who wants no motion', async () => {
    const context = await built.browser.newContext({ reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(built.site.url)
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element)
          const seconds = `${transitionDuration}, ${animationDuration}`
            .split(', ')
            .map(Number.parseFloat)
          return seconds.some((duration) => duration > 0.001)
        }).length,
    )
    await context.close()
    expect(moving).toBe(0)
  })
})
