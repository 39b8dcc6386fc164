import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { h } from 'vue'
import NotFound from './components/NotFound.vue'
import SigningCode from './components/SigningCode.vue'
import { keepVisited } from './keep-visited.ts'
import './style.css'

const theme: Theme = {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'not-found': () => h(NotFound) }),
  enhanceApp({ app, siteData }) {
    app.component('SigningCode', SigningCode)
    if (import.meta.env.PROD && !import.meta.env.SSR) keepVisited(siteData.value.base)
  },
}

// VitePress reads the theme as the default export.
export default theme
