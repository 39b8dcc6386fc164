// By a computed address, so that Node loads it: Vite would bundle it here, and knows no condition of ours.
const { site } = await import(new URL('./site.ts', import.meta.url).href)

export default site
