import { docsUrl } from '@sigshift/spec'
import type { HeadConfig, TransformContext } from 'vitepress'
import { faqData } from '../content/faq.ts'
import { pagePath } from './page-source.ts'

/** What a page says of itself to search engines and assistants. */
export function pageHead({ page, title, description, siteData }: TransformContext): HeadConfig[] {
  if (page === '404.md') return [['meta', { name: 'robots', content: 'noindex' }]]
  const url = `${docsUrl}/${pagePath(page)}`
  const head: HeadConfig[] = [
    ['link', { rel: 'canonical', href: url }],
    ['link', { rel: 'alternate', type: 'text/markdown', href: `${siteData.base}${page}` }],
    ['meta', { property: 'og:title', content: title }],
    ['meta', { property: 'og:description', content: description }],
    ['meta', { property: 'og:url', content: url }],
  ]
  if (page === 'is-jwt-deprecated.md') {
    // `</script>` cannot occur: the data is ours, and `<` is escaped all the same.
    const data = faqData().replace(/</g, '\\u003c')
    head.push(['script', { type: 'application/ld+json' }, data])
  }
  return head
}
