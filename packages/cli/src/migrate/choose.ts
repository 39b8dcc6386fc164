import { renderDiff } from '../report/render-diff.ts'
import type { Change } from '../report/report.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'

const question = 'Rewrite it? [y]es [n]o [a]ll [q]uit: '

/** Shows every pending change and asks; gives the files that are wanted. */
export async function choose(
  changes: readonly Change[],
  { askKey, canAsk, stderr }: World,
): Promise<ReadonlySet<string>> {
  if (!canAsk) {
    throw new UsageError(
      '--interactive needs a terminal, and there is none.',
      'Use --write to rewrite all files, or --plan and --apply.',
    )
  }
  const wanted = new Set<string>()
  let isAll = false
  for (const { file, diff, outcome } of changes) {
    if (outcome !== 'pending') continue
    const shown = `${renderDiff(diff ?? '', stderr)}\n${question}`
    const key = isAll ? 'y' : await askKey(shown, ['y', 'n', 'a', 'q'])
    if (key === 'q') break
    if (key === 'a') isAll = true
    if (key !== 'n') wanted.add(file)
  }
  return wanted
}
