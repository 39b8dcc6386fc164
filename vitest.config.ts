import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Workspace packages are read from their source, so that no build comes before a test.
const conditions = ['@sigshift/source', 'node', 'module', 'default']

/** They put something else in the place of a module of Node, for every file that their worker runs. */
const replacingModules = ['packages/compat/src/browser.test.ts', '**/shared-search.test.ts']

/** A daily run: rewritten code runs where it has changed, and fewer random inputs are tried. */
const daily = {
  SIGSHIFT_FIXTURE_RUNS: 'changed',
  SIGSHIFT_SIGN_RUNS: '1000',
  SIGSHIFT_HOSTILE_RUNS: '500',
}

export default defineConfig(({ mode }) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    reporters: ['default', './scripts/closing-line-reporter.ts'],
    testTimeout: 30_000,
    maxWorkers: '100%',
    env: {
      // A program that a test starts loads in half the time where it need not be compiled again.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/node'),
      ...(mode === 'changed' ? daily : {}),
    },
    // What tests read without importing it; `--changed` cannot see that.
    forceRerunTriggers: [
      '**/package.json',
      '**/vitest.config.ts',
      '**/fixtures/**',
      '**/data/*.json',
    ],
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared worker',
          include: ['{packages,apps,scripts,docs,examples}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', ...replacingModules],
          // Half of a file's time is loading what the file before it has loaded already.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'own worker', include: replacingModules } },
    ],
  },
}))
