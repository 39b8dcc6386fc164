import { appendFileSync } from 'node:fs'
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'

/** Prints `N passed, N failed, N skipped` alone on the last line, and hands it to `.ci/run`, which adds up. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) {
        count.failed += 1
      }
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        count[state === 'pending' ? 'skipped' : state] += 1
      }
    }
    // A set-up that failed ran no test and is no unhandled error.
    if (reason === 'failed' && count.failed === 0) count.failed = 1
    const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`
    process.stdout.write(`${line}\n`)
    if (process.env.SIGSHIFT_COUNTS) appendFileSync(process.env.SIGSHIFT_COUNTS, `${line}\n`)
  }
}
