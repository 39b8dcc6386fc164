import { type TestContext, test } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** The cell that the test fills in the table of runtimes. */
    runtimeCell?: { readonly runtime: string; readonly row: string }
  }
}

/** A test that fills one cell: what was asked, and the runtime that was asked it. */
export function cell(
  runtime: string,
  row: string,
  body: (context: TestContext) => void | Promise<void>,
): void {
  test(`${row} on ${runtime}`, { meta: { runtimeCell: { runtime, row } } }, body)
}
