import type { Report, Summary } from './report.ts'

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** `4 binary, 1 too large`, most frequent first. */
function skippedWords({ skipped }: Summary): string {
  const reasons = new Map<string, number>()
  for (const { reason } of skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  return [...reasons]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, number]) => `${number} ${reason}`)
    .join(', ')
}

/** How a report ends, a sentence a line. */
export function totalsOf({ summary, changes }: Report): readonly string[] {
  const { scanned, parsed, skipped, found, fixable, manual, rewritten, ignored, known } = summary
  const skippedText =
    skipped.length === 0 ? 'skipped none' : `skipped ${skipped.length} (${skippedWords(summary)})`
  const pending = changes.filter(({ outcome }) => outcome === 'pending').length
  const files = [
    ...(rewritten > 0 ? [`rewrote ${count(rewritten, 'file')}`] : []),
    ...(pending > 0 ? [`would rewrite ${count(pending, 'file')}`] : []),
  ].join(', ')
  return [
    `Scanned ${count(scanned, 'file')}, parsed ${parsed}, ${skippedText}.`,
    `Found ${found}: ${fixable} rewritable, ${manual} by hand${files ? `; ${files}` : ''}.`,
    ...(ignored + known > 0
      ? [`Not counted: ${ignored} ignored, ${known} known from the baseline.`]
      : []),
  ]
}
