import type { Reporter, TestModule } from 'vitest/node'
import { applies, columns, type Outcome, renderMatrix, rows } from './matrix.ts'

const gravest: readonly Outcome[] = ['failed', 'skipped', 'passed']

/** Prints which consumer took which package; a cell that no test filled fails a run of all of them. */
export default class MatrixReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const outcomes = new Map<string, Outcome[]>()
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { cell } = test.meta()
        if (!cell) continue
        const { state } = test.result()
        const key = `${cell.row}\n${cell.column}`
        const outcome = state === 'pending' ? 'skipped' : state
        outcomes.set(key, [...(outcomes.get(key) ?? []), outcome])
      }
    }
    if (outcomes.size === 0) return
    const outcomeOf = (row: string, column: string): Outcome =>
      gravest.find((one) => outcomes.get(`${row}\n${column}`)?.includes(one)) ?? 'missing'
    process.stdout.write(`\n${renderMatrix(outcomeOf)}\n\n`)

    const asked = rows.flatMap((row) => columns.map((column) => ({ row, column })))
    const missing = asked.filter(
      ({ row, column }) => applies(row, column) && outcomeOf(row, column) === 'missing',
    )
    const files = modules.filter(({ moduleId }) => moduleId.includes('/tests/consumers/'))
    // A run of one file leaves the others' cells empty.
    if (missing.length > 0 && files.length > 6) {
      process.stderr.write(
        `no test fills: ${missing.map((m) => `${m.row}: ${m.column}`).join('; ')}\n`,
      )
      process.exitCode = 1
    }
  }
}
