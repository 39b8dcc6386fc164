import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { docsUrl } from '@sigshift/spec'
import type { SiteConfig } from 'vitepress'
import { fillBlocks } from '../content/blocks.ts'
import { pagePath, pageSource } from './page-source.ts'

interface PlainPage {
  readonly page: string
  readonly title: string
  readonly description: string
  readonly text: string
}

function member(head: string, name: string): string {
  const value = new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? ''
  return value.startsWith('"') ? JSON.parse(value) : value
}

/** What only a browser can make something of, out of what stands between the code. */
function withoutTags(text: string): string {
  return text
    .replace(/<script setup[\s\S]*?<\/script>\n*/g, '')
    .replace(/<div class="picture"[\s\S]*?<\/div>\n*/g, '')
    .replace(/<SignatureDebugger \/>/g, `The debugger runs in a browser: ${docsUrl}/debugger`)
    .replace(/<Badge [^>]*text="([^"]*)"[^>]*\/>/g, '($1)')
    .replace(/<li class="[^"]*">\n\n/g, '- ')
    .replace(/<br>/g, ' ')
    .replace(/<\/?(?:ol|li|div|small|span|p|a)\b[^>]*>/g, '')
    .replace(/^::: ?(?:code-group)?\n\n?/gm, '')
    .replace(/\n{3,}/g, '\n\n')
}

/** What a browser makes a part of the page, as text; code stays to the letter. */
function withoutParts(markdown: string): string {
  const whole = markdown.replace(/<SigningCode group="([\w-]+)" \/>/g, (_, group) =>
    fillBlocks(`<!-- @block signing-${group} -->`),
  )
  return whole
    .split(/^(```[\s\S]*?^```)$/m)
    .map((piece, i) => (i % 2 === 1 ? piece : withoutTags(piece)))
    .join('')
    .trim()
}

function plainPage(page: string, config: SiteConfig): PlainPage {
  const source = pageSource(page, config)
  const [whole = '', head = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? []
  const text = withoutParts(source.slice(whole.length))
  const heading = /^# (.+)$/m.exec(text)?.[1] ?? page
  return {
    page,
    title: member(head, 'title') || heading,
    description: member(head, 'description'),
    text,
  }
}

function linksTo(text: string): string {
  return text.replace(/\]\(\/([^)#\s]*)/g, (_, path: string) => `](${docsUrl}/${path}`)
}

const sections: readonly (readonly [string, RegExp])[] = [
  ['Pages', /^[^/]+\.md$/],
  ['Migration', /^migrate\//],
  ['Messages of the SDK', /^symptoms\//],
  ['Issues', /^issues\//],
  ['Reference', /^reference\/[^/]+$/],
  ['Packages', /^reference\/packages\//],
]

function llmsIndex(pages: readonly PlainPage[], description: string): string {
  const parts = sections.map(([title, pattern]) => {
    const lines = pages
      .filter(({ page }) => pattern.test(page))
      .map(({ page, title: name, description: about }) => {
        return `- [${name}](${docsUrl}/${page})${about ? `: ${about}` : ''}`
      })
    return `## ${title}\n\n${lines.join('\n')}\n`
  })
  return `# Sigshift\n\n> ${description}\n\n${parts.join('\n')}`
}

/** Writes each page as Markdown beside its HTML, and `llms.txt`, which lists them. */
export function writePlainMarkdown(config: SiteConfig): void {
  const pages = config.pages.toSorted().map((page) => plainPage(page, config))
  for (const { page, title, text } of pages) {
    const path = join(config.outDir, page)
    mkdirSync(dirname(path), { recursive: true })
    const heading = /^# /m.test(text) ? '' : `# ${title}\n\n`
    const address = `${docsUrl}/${pagePath(page)}`
    writeFileSync(path, `${heading}${linksTo(text)}\n\nThis page: ${address}\n`)
  }
  writeFileSync(join(config.outDir, 'llms.txt'), llmsIndex(pages, config.site.description))
  const robots = `User-agent: *\nAllow: /\n\nSitemap: ${docsUrl}/sitemap.xml\n`
  writeFileSync(join(config.outDir, 'robots.txt'), robots)
}
