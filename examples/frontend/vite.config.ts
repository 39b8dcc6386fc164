import { defineConfig, type UserConfig } from 'vite'

const config: UserConfig = defineConfig({
  // The signer has no CORS here: pages ask their own server, and that asks the signer.
  server: {
    proxy: {
      '/signature': { target: 'http://127.0.0.1:4000', changeOrigin: true, rewrite: () => '/' },
    },
  },
  build: { rollupOptions: { input: ['client-view.html', 'component-view.html'] } },
})

export default config
