import { describe, expect, it } from 'vitest'
import { symptoms } from '../../packages/spec/src/index.ts'
import { hasChromium } from './chromium.ts'
import { useBuiltSite } from './use-built-site.ts'

/** Those that developers ask about most, by the threads behind the facts. */
const mostCommon = [
  'signature-is-invalid',
  'the-signature-has-expired',
  'fail-to-join-the-meeting-1',
  'fail-to-join-the-meeting-200',
  'app-key-can-not-empty-in-the-signature',
  'cannot-read-properties-of-undefined-reading-replace',
  'e-split-is-not-a-function',
  'this-join-flow-is-not-supported',
  'no-obf-token',
  'the-accounts-api-key-is-not-valid',
] as const

describe.skipIf(!hasChromium)('from a message to the fix', () => {
  const built = useBuiltSite()

  for (const slug of mostCommon) {
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

    it(`two clicks from the list of messages: ${text}`, async () => {
      const page = await built.browser.newPage()
      await page.goto(`${built.site.url}symptoms/`)
      await page.locator(`.vp-doc a[href$="/${slug}"]`).first().click()
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
      const found = page.locator(`.VPLocalSearchBox a[href*="/symptoms/${slug}"]`)
      await found.first().waitFor()
      const place = await page
        .locator('.VPLocalSearchBox .result')
        .evaluateAll(
          (rows, wanted) => rows.findIndex((row) => row.getAttribute('href')?.includes(wanted)),
          slug,
        )
      expect(place).toBeLessThan(5)
      await page.close()
    })
  }
})
