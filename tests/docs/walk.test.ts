import { describe, expect, it } from 'vitest'
import { commonSymptoms } from '../../docs/.vitepress/content/common-symptoms.ts'
import { symptoms } from '../../packages/spec/src/index.ts'
import { hasChromium } from './chromium.ts'
import { useBuiltSite } from './use-built-site.ts'

describe.skipIf(!hasChromium)('from a message to the fix', () => {
  const built = useBuiltSite()

  for (const slug of commonSymptoms) {
    const { text = '' } = symptoms.find((row) => row.slug === slug) ?? {}

    it(`one click after pasting it: ${text}`, async () => {
      const page = await built.browser.newPage()
      await page.goto(built.site.url)
      await page.waitForSelector('[data-ready]')
      await page.locator('.debugger textarea').fill(text)
      const match = page.locator('.match').filter({ has: page.locator(`h2 a[href$="/${slug}"]`) })
      await match.locator('.causes a').first().click()
      await page.getByRole('heading', { name: 'How to fix' }).waitFor()
      await page.close()
    })

    it(`two clicks from the list of messages, which begins with it: ${text}`, async () => {
      const page = await built.browser.newPage()
      await page.goto(`${built.site.url}symptoms/`)
      const common = page.locator('.vp-doc ul').first()
      await common.locator(`a[href$="/${slug}"]`).click()
      await page.getByRole('heading', { level: 1, name: text }).waitFor()
      await page.locator('.vp-doc ol a').first().click()
      await page.getByRole('heading', { name: 'How to fix' }).waitFor()
      await page.close()
    })

    it(`two clicks from the search: ${text}`, async () => {
      const page = await built.browser.newPage()
      await page.goto(built.site.url)
      await page.waitForSelector('[data-ready]')
      await page.keyboard.press('Control+k')
      await page.locator('.VPLocalSearchBox input').fill(text)
      const rows = page.locator('.VPLocalSearchBox .result')
      await page.locator(`.VPLocalSearchBox a[href*="/symptoms/${slug}"]`).first().waitFor()
      const place = await rows.evaluateAll(
        (found, wanted) => found.findIndex((row) => row.getAttribute('href')?.includes(wanted)),
        `/symptoms/${slug}`,
      )
      expect(place).toBeLessThan(5)
      await rows.nth(place).click()
      await page.getByRole('heading', { level: 1, name: text }).waitFor()
      await page.locator('.vp-doc ol a').first().click()
      await page.getByRole('heading', { name: 'How to fix' }).waitFor()
      await page.close()
    })
  }
})
