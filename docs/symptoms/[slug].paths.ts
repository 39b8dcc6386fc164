// By a computed address, so that Node loads it: Vite would bundle it here, and knows no condition of ours.
const content = new URL('../.vitepress/content/symptom-pages.ts', import.meta.url).href
const { symptomPages }: typeof import('../.vitepress/content/symptom-pages.ts') = await import(
  content
)

export default {
  paths: () => symptomPages.map(({ slug, content: text }) => ({ params: { slug }, content: text })),
}
