import { existsSync } from 'node:fs'
import { defaultClientConditions, defineConfig, type UserConfig } from 'vite'

// Within the repository the package's sources; elsewhere what `npm install @sigshift/compat` brought.
const sources = new URL('../../packages/compat/src/browser.ts', import.meta.url)
const resolve = existsSync(sources)
  ? {
      alias: { '@sigshift/compat': sources.pathname },
      conditions: ['@sigshift/source', ...defaultClientConditions],
    }
  : {}

const config: UserConfig = defineConfig({
  resolve,
  // The signer has no CORS here: pages ask their own server, and that asks the signer.
  server: {
    proxy: {
      '/signature': { target: 'http://127.0.0.1:4000', changeOrigin: true, rewrite: () => '/' },
    },
  },
  build: { rollupOptions: { input: ['client-view.html', 'component-view.html'] } },
})

export default config
