import { publishables } from './publishable.ts'

/** Every way in that is tried, in the order of the table. */
export const rows = [
  'installs alone, no script runs',
  'publishes the listed files',
  'source maps resolve',
  'Node 18 is refused',
  'Node 20, import',
  'Node 20, require',
  'Node 20, npx',
  'Node 24, import',
  'Node 24, require',
  'Node 24, npx',
  'TypeScript 5.6',
  'TypeScript 5.9',
  'TypeScript 6.0',
  'TypeScript 7.0',
  'Vite, in Chromium',
  'webpack, in Chromium',
  'esbuild, in Chromium',
  'Rolldown, in Chromium',
  'Next.js route',
] as const

export type Row = (typeof rows)[number]
export type Outcome = 'passed' | 'failed' | 'skipped' | 'missing'

declare module 'vitest' {
  interface TaskMeta {
    /** The cell of the matrix that the test fills, with others or alone. */
    cell?: { readonly row: Row; readonly column: string }
  }
}

export const columns: readonly string[] = publishables.map(({ manifest }) => manifest.name).sort()

const ofCommands = /npx$/
/** A command is not imported, and its files come without maps. */
const ofLibraries = /^(?:source maps|TypeScript|Next)|(?:import|require|Chromium)$/

/** Whether a row has something to ask of a package. */
export function applies(row: Row, column: string): boolean {
  return !(column === 'sigshift' ? ofLibraries : ofCommands).test(row)
}

const signs: Readonly<Record<Outcome, string>> = {
  passed: '✓',
  failed: '✗',
  skipped: 'skipped',
  missing: '?',
}

/** The matrix as a Markdown table, whose columns also line up in a terminal. */
export function renderMatrix(outcomeOf: (row: Row, column: string) => Outcome): string {
  const cellOf = (row: Row, column: string): string =>
    applies(row, column) ? signs[outcomeOf(row, column)] : '–'
  const header = ['', ...columns.map((name) => name.replace('@sigshift/', ''))]
  const lines = rows.map((row) => [row, ...columns.map((column) => cellOf(row, column))])
  const widths = header.map((_, i) =>
    Math.max(3, ...[header, ...lines].map((l) => l[i]?.length ?? 0)),
  )
  const rule = widths.map((width) => '-'.repeat(width))
  const padded = [header, rule, ...lines].map((line) =>
    line.map((text, i) => text.padEnd(widths[i] ?? 0)).join(' | '),
  )
  return padded.map((line) => `| ${line} |`).join('\n')
}
