import { docsUrl } from '@sigshift/spec'
import { defineConfig, type SiteConfig } from 'vitepress'
import { addContentPolicy } from './build/content-policy.ts'
import { copyGrammars } from './build/copy-grammars.ts'
import { pageHead } from './build/page-head.ts'
import { pageSource } from './build/page-source.ts'
import { writePlainMarkdown } from './build/plain-markdown.ts'
import { steadyTables } from './build/steady-tables.ts'
import { fillBlocks } from './content/blocks.ts'
import { nav, sidebar } from './navigation.ts'

// Workspace packages are read from their source, so that no build comes before this one.
const conditions = ['@sigshift/source', 'module', 'browser', 'import', 'default']

export const site = defineConfig({
  title: 'Sigshift',
  description:
    'Why a Zoom Meeting SDK signature fails, how old signatures become Meeting SDK JWTs, and how to sign them.',
  lang: 'en',
  base: process.env.SIGSHIFT_DOCS_BASE ?? '/',
  cleanUrls: true,
  srcExclude: ['README.md', 'snippets/**'],
  // The toggle would switch transitions off by an inline style, which the content policy forbids.
  appearance: { disableTransition: false },
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  sitemap: { hostname: `${docsUrl}/` },
  transformHead: pageHead,
  transformHtml: addContentPolicy,
  buildEnd(config) {
    writePlainMarkdown(config)
    copyGrammars(config.outDir)
  },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark' },
    config(md) {
      steadyTables(md)
      md.core.ruler.before('normalize', 'blocks', (state) => {
        state.src = fillBlocks(state.src)
      })
      // A header without a word names nothing to who hears the table read.
      md.core.ruler.push('empty-headers', ({ tokens }) => {
        tokens.forEach((token, i) => {
          const [content, close] = [tokens[i + 1], tokens[i + 2]]
          if (token.type !== 'th_open' || content?.content !== '' || !close) return
          token.tag = 'td'
          close.tag = 'td'
        })
      })
    },
  },
  themeConfig: {
    nav,
    sidebar,
    outline: [2, 3],
    docFooter: { prev: false, next: false },
    externalLinkIcon: true,
    search: {
      provider: 'local',
      options: {
        // Dynamic routes have no file that could be read for the index.
        async _render(_, env, md) {
          const { VITEPRESS_CONFIG: config } = globalThis as unknown as {
            VITEPRESS_CONFIG: SiteConfig
          }
          const html = await md.renderAsync(pageSource(env.relativePath, config), env)
          return env.frontmatter?.search === false ? '' : html
        },
      },
    },
  },
  vite: {
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    worker: { format: 'es' },
  },
})
