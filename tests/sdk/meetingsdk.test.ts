import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { createSigner } from '@sigshift/signer/sync'
import samples from '@sigshift/vectors/samples.json' with { type: 'json' }
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { executablePath } from '../browser/open-page.ts'
import { attemptJoin, type JoinAttempt, launch } from './join.ts'
import { pages } from './pages.ts'
import { fetchZoomPackage, servePackage } from './zoom-package.ts'

const sdkKey = 'xu3JPaA_RJW2-9l5_HAaLA'
const { sign } = createSigner({ sdkKey, sdkSecret: 'Qk8d2vYw0LzN5hRt7uXa3bCeFgHiJkLmNoPq' })
const meetingNumber = '84512367890'
const legacy = samples.published.find(({ kind }) => kind === 'legacy')?.signature ?? ''
const refusal = { errorCode: 200, errorMessage: 'Invalid signature.' }

const hasChromium = existsSync(executablePath)
let browser: Browser
let served: { server: Server; url: string }

beforeAll(async () => {
  if (!hasChromium) return
  served = await servePackage(await fetchZoomPackage(), pages)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  served?.server.close()
})
beforeEach(({ skip }) => {
  skip(!hasChromium, `no ${executablePath}: apt-get install chromium`)
})

function join(view: 'client' | 'component', signature: unknown): Promise<JoinAttempt> {
  const parameters = { signature, meetingNumber, userName: 'Ann', passWord: '' }
  return attemptJoin(browser, `${served.url}/${view}`, parameters, refusal)
}

describe.each(['client', 'component'] as const)('the %s view of @zoom/meetingsdk 6.2.0', (view) => {
  test.each([0, 1] as const)(
    'sends our signature unchanged, with its key, for role %d',
    async (role) => {
      const signature = sign({ meetingNumber, role })
      const { info, uncaught, otherHosts, told } = await join(view, signature)
      expect(Object.fromEntries(info ?? [])).toMatchObject({
        signature,
        apiKey: sdkKey,
        signatureType: 'sdk',
        meetingNumber,
      })
      expect({ uncaught, otherHosts }).toEqual({ uncaught: [], otherHosts: [] })
      expect(told[0]?.[1].errorCode).toBe(3712)
    },
  )

  test('never sends the old signature', async () => {
    const { info, consoleLines, told } = await join(view, legacy)
    expect(info).toBeUndefined()
    const shown =
      view === 'client'
        ? consoleLines.join('\n')
        : told.map(([, error]) => error.message).join('\n')
    expect(shown).toContain(
      view === 'client'
        ? 'please check your signature and please add appKey'
        : "Cannot read properties of undefined (reading 'replace')",
    )
  })
})
