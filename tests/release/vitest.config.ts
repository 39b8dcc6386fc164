import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const root = join(import.meta.dirname, '../..')

/** A release into a registry on this machine, and what its users then get. */
const config: ViteUserConfig = defineConfig({
  root,
  test: {
    include: ['tests/release/**/*.test.ts'],
    reporters: ['default', join(root, 'scripts/closing-line-reporter.ts')],
    // Each file installs a copy of the tree.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})

export default config
