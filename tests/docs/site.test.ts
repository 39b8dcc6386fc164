import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dist } from './build-site.ts'
import { readPages } from './pages.ts'
import { fileOf } from './serve-site.ts'

const pages = readPages()
const idsOf = new Map(
  pages.map(({ path, html }) => [
    path,
    new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => decodeHtml(id))),
  ]),
)

function decodeHtml(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(([, href = '']) => decodeHtml(href))
}

/** What is wrong with a link, or nothing. */
function faultOf(from: string, href: string): string | undefined {
  if (/^(?:https?:|mailto:)/.test(href)) return undefined
  const page = `/${from.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`
  const { pathname, hash } = new URL(href, new URL(page, 'http://site'))
  const file = href.startsWith('#') ? join(dist, from) : fileOf(dist, pathname)
  if (!file) return `${from}: ${href} leads nowhere`
  const ids = idsOf.get(relative(dist, file))
  const isThere = hash === '' || !ids || ids.has(decodeURIComponent(hash.slice(1)))
  return isThere ? undefined : `${from}: ${href} has no anchor`
}

describe('the built site', () => {
  it('has no dead link and no dead anchor', () => {
    const faults = pages.flatMap(({ path, html }) =>
      linksOf(html).flatMap((href) => faultOf(path, href) ?? []),
    )
    expect([...new Set(faults)]).toEqual([])
  })

  it('gives each page a content policy that names each of its inline scripts and no other host', () => {
    for (const { path, html } of pages) {
      const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
      expect(policy, path).toContain("default-src 'self'")
      expect(policy, path).not.toMatch(/https?:|\*|script-src[^;]*unsafe/)
      const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
      for (const [, attributes = '', text = ''] of scripts) {
        if (/src=|ld\+json/.test(attributes)) continue
        const hash = createHash('sha256').update(text).digest('base64')
        expect(policy, path).toContain(`'sha256-${hash}'`)
      }
    }
  })

  it('loads nothing from another host', () => {
    for (const { path, html } of pages) {
      const loaded = [
        ...html.matchAll(
          /<(?:script|img|iframe|source|link)\b[^>]*?\b(?:src|href)="(https?:[^"]+)"[^>]*>/g,
        ),
      ].filter(([tag]) => !/rel="canonical"/.test(tag))
      expect(
        loaded.map(([tag]) => tag),
        path,
      ).toEqual([])
    }
  })

  it('gives each page a title, a description, one heading and a canonical address of its own', () => {
    const seen = new Map<string, string>()
    for (const { path, html } of pages) {
      if (path === '404.html') continue
      const address = /rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? ''
      expect(address, path).toMatch(/^https:\/\//)
      expect(seen.get(address), path).toBeUndefined()
      seen.set(address, path)
      expect(/<meta name="description" content="([^"]+)"/.exec(html)?.[1], path).toBeTruthy()
      expect(html.match(/<h1\b/g), path).toHaveLength(1)
    }
  })

  it('gives no two pages one title', () => {
    const titles = pages.map(({ html }) => /<title>([^<]*)/.exec(html)?.[1])
    const twice = titles.filter((title, i) => titles.indexOf(title) !== i)
    expect(twice).toEqual([])
  })

  it('lists every page in sitemap.xml and llms.txt, and has each as Markdown', () => {
    const sitemap = readFileSync(join(dist, 'sitemap.xml'), 'utf8')
    const llms = readFileSync(join(dist, 'llms.txt'), 'utf8')
    for (const { path, html } of pages) {
      if (path === '404.html') continue
      const address = /rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? ''
      const markdown = path.replace(/\.html$/, '.md')
      expect(sitemap).toContain(`<loc>${address.replace(/'/g, '&apos;')}</loc>`)
      expect(llms).toContain(`/${markdown})`)
      expect(existsSync(join(dist, markdown)), markdown).toBe(true)
      const text = readFileSync(join(dist, markdown), 'utf8')
      expect(text, markdown).toMatch(/^# \S/m)
      expect(text, markdown).not.toMatch(/<script|@block|@content|<Badge|<SigningCode/)
    }
  })

  it('gives search engines the questions as the page shows them', () => {
    const { html = '' } = pages.find(({ path }) => path === 'is-jwt-deprecated.html') ?? {}
    const [, data = ''] =
      /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? []
    const { '@type': type, mainEntity } = JSON.parse(data)
    expect(type).toBe('FAQPage')
    expect(mainEntity.length).toBeGreaterThan(3)
    const text = decodeHtml(html)
    for (const { name, acceptedAnswer } of mainEntity) {
      expect(text).toContain(name)
      expect(text).toContain(acceptedAnswer.text)
    }
  })
})
