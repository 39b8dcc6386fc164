import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')
// Building, packing and installing come before the first test; each program starts a Node of its own.
const timeouts = { testTimeout: 120_000, hookTimeout: 120_000 }

/** What needs built packages, a registry or a browser, and so is no part of `npm test`. */
const config: ViteUserConfig = defineConfig({
  root,
  test: {
    globalSetup: [join(import.meta.dirname, 'consumers/global-setup.ts')],
    reporters: ['default', join(root, 'scripts/closing-line-reporter.ts')],
    projects: ['consumers', 'browser'].map((name) => ({
      root,
      test: { name, include: [`tests/${name}/**/*.test.ts`], ...timeouts },
    })),
  },
})

export default config
