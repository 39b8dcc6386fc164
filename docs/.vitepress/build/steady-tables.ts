import type { MarkdownRenderer } from 'vitepress'

type Tokens = Parameters<MarkdownRenderer['renderer']['render']>[0]

/** The widest that one cell may make its column, and the narrowest, in characters. */
const [widest, narrowest] = [44, 6]

function cellText(tokens: Tokens, at: number): string {
  const children = tokens[at + 1]?.children ?? []
  return children.map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('')
}

/** How much of the width each column gets, in per cent: as its longest word and its mean text ask. */
function columnShares(rows: readonly (readonly string[])[]): readonly number[] {
  const weights = (rows[0] ?? []).map((_, column) => {
    const cells = rows.map((row) => row[column] ?? '').filter((text) => text !== '')
    const words = cells.flatMap((text) => text.split(/[\s/@-]+/)).map(({ length }) => length)
    const mean = cells.reduce((sum, { length }) => sum + length, 0) / Math.max(1, cells.length)
    const longest = Math.min(22, Math.max(0, ...words))
    return Math.min(widest, Math.max(narrowest, longest + 4, mean))
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => Math.round((weight / sum) * 1000) / 10)
}

function rowsFrom(tokens: Tokens, start: number): readonly (readonly string[])[] {
  const rows: string[][] = []
  for (let i = start; tokens[i] && tokens[i]?.type !== 'table_close'; i++) {
    const type = tokens[i]?.type
    if (type === 'tr_open') rows.push([])
    else if (type === 'th_open' || type === 'td_open') rows.at(-1)?.push(cellText(tokens, i))
  }
  return rows
}

/**
 * Fixes the widths of columns before a table is drawn: by itself a browser fits them anew with each row
 * that arrives, and the page jumps.
 */
export function steadyTables(md: MarkdownRenderer): void {
  md.renderer.rules.table_open = (tokens, at) => {
    const shares = columnShares(rowsFrom(tokens, at))
    const columns = shares.map((share) => `<col style="width:${share}%">`).join('')
    return `<div class="table columns-${shares.length}"><table><colgroup>${columns}</colgroup>`
  }
  md.renderer.rules.table_close = () => '</table></div>'
}
