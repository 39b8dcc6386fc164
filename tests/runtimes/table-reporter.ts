import type { Reporter, TestModule } from 'vitest/node'

const signs: Readonly<Record<string, string>> = { passed: '✓', failed: '✗', skipped: 'skipped' }

/** As a Markdown table whose columns also line up in a terminal. */
function render(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(3, ...rows.map((row) => row[i]?.length ?? 0)),
  )
  const [header = [], ...others] = rows
  return [header, widths.map((width) => '-'.repeat(width)), ...others]
    .map((row) => `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`)
    .join('\n')
}

/** Prints which runtime answered what; a dash is what nobody asks of it. */
export default class TableReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const outcomes = new Map<string, string>()
    const runtimes = new Set<string>()
    const names = new Set<string>()
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { runtimeCell } = test.meta()
        if (!runtimeCell) continue
        runtimes.add(runtimeCell.runtime)
        names.add(runtimeCell.row)
        const sign = signs[test.result().state] ?? '?'
        outcomes.set(`${runtimeCell.row}\n${runtimeCell.runtime}`, sign)
      }
    }
    if (outcomes.size === 0) return
    const columns = [...runtimes]
    const lines = [...names].map((name) => [
      name,
      ...columns.map((runtime) => outcomes.get(`${name}\n${runtime}`) ?? '–'),
    ])
    process.stdout.write(`\n${render([['', ...columns], ...lines])}\n\n`)
  }
}
