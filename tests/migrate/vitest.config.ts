import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const root = join(import.meta.dirname, '../..')
const conditions = ['@sigshift/source', 'node', 'module', 'default']

/** Trees that want to break the scanner, and runs that are killed: too slow for `npm test`. */
const config: ViteUserConfig = defineConfig({
  root,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['tests/migrate/**/*.test.ts'],
    reporters: ['default', join(root, 'scripts/closing-line-reporter.ts')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

export default config
