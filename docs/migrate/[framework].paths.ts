// By a computed address, so that Node loads it: Vite would bundle it here, and knows no condition of ours.
const content = new URL('../.vitepress/content/guides.ts', import.meta.url).href
const { guides, guidePage }: typeof import('../.vitepress/content/guides.ts') = await import(
  content
)

export default {
  paths: () =>
    guides.map((guide) => ({ params: { framework: guide.slug }, content: guidePage(guide) })),
}
