import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const root = join(import.meta.dirname, '../..')

/** The hosted signer as a process: under load, killed, attacked, with a real Redis. */
const config: ViteUserConfig = defineConfig({
  root,
  test: {
    include: ['tests/api/**/*.test.ts'],
    reporters: ['default', join(root, 'scripts/closing-line-reporter.ts')],
    // They time and load the machine: one file after the other.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})

export default config
