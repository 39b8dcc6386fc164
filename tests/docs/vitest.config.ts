import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const root = join(import.meta.dirname, '../..')
const conditions = ['@sigshift/source', 'node', 'module', 'default']

/** The built documentation site, in Chromium and as files; a project of `tests/vitest.config.ts`, or alone. */
const config: ViteUserConfig = defineConfig({
  root,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'docs',
    include: ['tests/docs/**/*.test.ts'],
    reporters: ['default', join(root, 'scripts/closing-line-reporter.ts')],
    globalSetup: [join(import.meta.dirname, 'global-setup.ts')],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})

export default config
