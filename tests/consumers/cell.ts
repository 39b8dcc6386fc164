import { test } from 'vitest'
import type { Row } from './matrix.ts'

/** A test that fills one cell of the matrix; a cell passes when all of its tests do. */
export function cell(
  row: Row,
  column: string,
  rule: string,
  body: () => void | Promise<void>,
): void {
  test(`${row}, ${column}: ${rule}`, { meta: { cell: { row, column } } }, body)
}
