import { createHash } from 'node:crypto'
import type { FileRewrite } from '@sigshift/migrate'

/** An edit by lines and columns, which count from 1, columns in UTF-16 units. */
interface PlacedEdit {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
  readonly text: string
}

/** The edits of a file, for whoever reads its lines and not its offsets. */
export interface PlacedRewrite {
  readonly file: string
  readonly edits: readonly PlacedEdit[]
  /** Files whose edits must be made with these. */
  readonly needs: readonly string[]
}

/** Nothing where the file is no longer what was scanned, or where new code would show a secret. */
export function placeEdits(
  { file, sha256, edits, needs = [] }: FileRewrite,
  text: string,
  mask: (text: string) => string,
): PlacedRewrite | undefined {
  if (createHash('sha256').update(text).digest('hex') !== sha256) return undefined
  if (edits.some(([, , written]) => mask(written) !== written)) return undefined
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)]
  const at = (offset: number): { readonly line: number; readonly column: number } => {
    const line = starts.findLastIndex((start) => start <= offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
  return {
    file,
    needs: needs.map((need) => need.file),
    edits: edits.map(([start, end, written]) => {
      const [from, to] = [at(start), at(end)]
      return {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
        text: written,
      }
    }),
  }
}
