import type { MarkdownRenderer } from 'vitepress'

type Tokens = Parameters<MarkdownRenderer['renderer']['render']>[0]

/** Longer words may be broken, so that one of them does not starve the other columns. */
const longestWhole = 17
/** The space between two columns, in characters. */
const gap = 3.6
/** How many characters stand side by side on a page beside its outline. */
const pageWidth = 74
/** What a character takes in the widest of the usual fonts. */
const remOfCharacter = 0.525

function cellText(tokens: Tokens, at: number): string {
  const children = tokens[at + 1]?.children ?? []
  return children.map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('')
}

/** The room that a column needs to keep its words and dates whole, and what its mean text would like beside it. */
function needs(texts: readonly string[]): { readonly word: number; readonly more: number } {
  const words = texts.flatMap((text) => text.split(/[\s/@]|-(?!\d)/))
  const word = Math.min(longestWhole, Math.max(1, ...words.map(({ length }) => length))) + gap
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length)
  return { word, more: Math.max(0, Math.min(44, mean) - word) }
}

interface Widths {
  /** Of each column, in per cent. */
  readonly shares: readonly number[]
  /** Below this width the table is scrolled sideways, since it would break words; in rem. */
  readonly narrowest: number
}

/** Each column gets its longest word first; the rest goes by the mean texts. */
function widthsOf(rows: readonly (readonly string[])[]): Widths {
  const columns = (rows[0] ?? []).map((_, column) =>
    needs(rows.map((row) => row[column] ?? '').filter((text) => text !== '')),
  )
  const words = columns.reduce((sum, { word }) => sum + word, 0)
  const more = columns.reduce((sum, column) => sum + column.more, 0)
  const left = Math.max(words * 0.15, Math.min(words * 0.6, pageWidth - words))
  const widths = columns.map((column) => column.word + (more && (column.more / more) * left))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const shares = widths.map((width) => Math.round((width / whole) * 1000) / 10)
  const narrowest = Math.floor(Math.min(whole, Math.max(words, pageWidth)) * remOfCharacter)
  return { shares, narrowest }
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
    const { shares, narrowest } = widthsOf(rowsFrom(tokens, at))
    const columns = shares.map((share) => `<col style="width:${share}%">`).join('')
    return `<div class="table"><table style="min-width:${narrowest}rem"><colgroup>${columns}</colgroup>`
  }
  md.renderer.rules.table_close = () => '</table></div>'
}
