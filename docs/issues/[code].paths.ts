// By a computed address, so that Node loads it: Vite would bundle it here, and knows no condition of ours.
const content = new URL('../.vitepress/content/issue-pages.ts', import.meta.url).href
const { issueCodes, issuePage }: typeof import('../.vitepress/content/issue-pages.ts') =
  await import(content)

export default {
  paths: () => issueCodes.map((code) => ({ params: { code }, content: issuePage(code) })),
}
