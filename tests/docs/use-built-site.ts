import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { dist } from './build-site.ts'
import { launch } from './chromium.ts'
import { type ServeOptions, type Site, serveSite } from './serve-site.ts'

/** The built site, served, and a browser to look at it. */
export interface BuiltSite {
  readonly site: Site
  readonly browser: Browser
}

/** Opens both before the tests of a `describe` and closes them after; its members are there in a test alone. */
export function useBuiltSite(options?: ServeOptions): BuiltSite {
  const built: { -readonly [Member in keyof BuiltSite]?: BuiltSite[Member] } = {}
  beforeAll(async () => {
    built.site = await serveSite(dist, options)
    built.browser = await launch()
  })
  afterAll(async () => {
    await built.browser?.close()
    await built.site?.close()
  })
  return built as BuiltSite
}
