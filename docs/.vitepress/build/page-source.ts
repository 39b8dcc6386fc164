import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SiteConfig } from 'vitepress'
import { fillBlocks } from '../content/blocks.ts'

/** The whole Markdown of a page: what a dynamic route gives and what blocks stand for included. */
export function pageSource(page: string, { srcDir, dynamicRoutes }: SiteConfig): string {
  const route = dynamicRoutes.find(({ path }) => path === page)
  const text = route?.content ?? readFileSync(join(srcDir, page), 'utf8')
  return fillBlocks(text)
}

/** The address of a page below the site, without a slash in front. */
export function pagePath(page: string): string {
  return page.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '')
}
