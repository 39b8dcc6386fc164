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

/** `1 ignored by a comment, 2 known from the baseline`, without what there is none of. */
function suppressedWords({ suppressed }: Summary): string {
  const { comment, configuration, baseline } = suppressed
  return [
    ...(comment > 0 ? [`${comment} ignored by a comment`] : []),
    ...(configuration > 0 ? [`${configuration} ignored by the configuration`] : []),
    ...(baseline > 0 ? [`${baseline} known from the baseline`] : []),
  ].join(', ')
}

/** What became of the files of a stored plan. */
function planWords(changes: Report['changes']): string {
  const filesThat = (outcome: string): number =>
    changes.filter((change) => change.outcome === outcome).length
  const [written, applied] = [filesThat('written'), filesThat('already-applied')]
  const refused = changes.length - written - applied
  return `The plan has ${count(changes.length, 'file')}: ${written} rewritten, ${applied} already applied, ${refused} refused.`
}

/** How a report ends, a sentence a line. */
export function totalsOf({ summary, changes, isOfPlan }: Report): readonly string[] {
  if (isOfPlan) return [planWords(changes)]
  const { scanned, parsed, skipped, found, fixable, manual, rewritten } = summary
  const suppressed = suppressedWords(summary)
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
    ...(suppressed === '' ? [] : [`Not counted: ${suppressed}.`]),
  ]
}
