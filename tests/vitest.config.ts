import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')
// Building, packing and installing come before the first test; each program starts a Node of its own.
const timeouts = { testTimeout: 120_000, hookTimeout: 600_000 }

/** What needs built packages, a registry or a browser, and so is no part of `npm test`. */
// What is no consumer of the tarballs reads the packages' sources.
const conditions = ['@sigshift/source', 'node', 'module', 'default']

const config: ViteUserConfig = defineConfig({
  root,
  test: {
    globalSetup: [join(import.meta.dirname, 'consumers/global-setup.ts')],
    reporters: [
      'default',
      join(import.meta.dirname, 'consumers/matrix-reporter.ts'),
      join(import.meta.dirname, 'runtimes/table-reporter.ts'),
      join(root, 'scripts/closing-line-reporter.ts'),
    ],
    projects: ['consumers', 'browser', 'sdk', 'runtimes'].map((name) => ({
      root,
      resolve: { conditions },
      ssr: { resolve: { conditions } },
      test: { name, include: [`tests/${name}/**/*.test.ts`], ...timeouts },
    })),
  },
})

export default config
