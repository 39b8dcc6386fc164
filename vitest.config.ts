import { defineConfig } from 'vitest/config'

// Workspace packages are read from their source, so that no build comes before a test.
const conditions = ['@sigshift/source', 'node', 'module', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['{packages,apps,scripts,docs,examples}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    reporters: ['default', './scripts/closing-line-reporter.ts'],
    testTimeout: 30_000,
    // What tests read without importing it; `--changed` cannot see that.
    forceRerunTriggers: [
      '**/package.json',
      '**/vitest.config.ts',
      '**/fixtures/**',
      '**/data/*.json',
    ],
    restoreMocks: true,
  },
})
