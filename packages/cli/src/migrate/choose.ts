import { renderDiff } from '../report/render-diff.ts'
import type { Change } from '../report/report.ts'
import { printable } from '../terminal/printable.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'

/** More of a diff would push its beginning off the screen. */
const longestDiff = 40

/** The diff, or its beginning and how much is left. */
function shownDiff(diff: string): { readonly text: string; readonly isCut: boolean } {
  const lines = diff.split('\n')
  if (lines.length <= longestDiff) return { text: diff, isCut: false }
  const left = lines.length - longestDiff
  return { text: `${lines.slice(0, longestDiff).join('\n')}\n… ${left} more lines\n`, isCut: true }
}

function questionOf(file: string, place: string): string {
  return `Rewrite ${printable(file)} (${place})? [y]es, [n]o, [a]ll that follow, [q]uit, [d]iff in full: `
}

/** Asks about one file until there is an answer. */
async function askAbout(
  { file, diff = '' }: Change,
  place: string,
  { askKey, stderr }: World,
): Promise<'y' | 'n' | 'a' | 'q'> {
  let { text, isCut } = shownDiff(diff)
  for (;;) {
    const shown = `${renderDiff(text, stderr)}\n${questionOf(file, place)}`
    const key = await askKey(shown, ['y', 'n', 'a', 'q', 'd'])
    if (key === 'y' || key === 'n' || key === 'a' || key === 'q') return key
    text = isCut ? diff : text
    isCut = false
  }
}

/** Shows every pending change and asks; gives the files that are wanted. */
export async function choose(
  changes: readonly Change[],
  world: World,
): Promise<ReadonlySet<string>> {
  if (!world.canAsk) {
    throw new UsageError(
      '--interactive needs a terminal, and there is none.',
      'Use --write to rewrite all files, or --plan and --apply.',
    )
  }
  const pending = changes.filter(({ outcome }) => outcome === 'pending')
  const wanted = new Set<string>()
  let isAll = false
  for (const [i, change] of pending.entries()) {
    const place = `${i + 1} of ${pending.length}`
    const key = isAll ? 'y' : await askAbout(change, place, world)
    if (key === 'q') break
    if (key === 'a') isAll = true
    if (key !== 'n') wanted.add(change.file)
  }
  return wanted
}
