import { setImmediate } from 'node:timers/promises'
import { isManifest } from '../dependencies.ts'
import type { SkippedFile } from '../finding.ts'
import { parsingWorth, type SourceFile, wordsToFind } from '../scan.ts'
import { FileReader } from './file-reader.ts'
import { listFiles, pathIn } from './list-files.ts'
import { type Reading, readSource } from './read-source.ts'
import { type Searching, SharedSearch } from './shared-search.ts'

export interface WalkOptions {
  /** Larger files are passed over. */
  readonly maximumBytes?: number
  /** Words, beside those of the rules, that make a file worth reading: the names to rename. */
  readonly also?: readonly string[]
  readonly onSkip?: (skipped: SkippedFile) => void
  /** Called for every file that is read, also where nothing in it is worth a closer look. */
  readonly onRead?: (file: string) => void
}

const defaultMaximumBytes = 2_000_000
/** Lists of files that are searched before the first of them is looked at closer. */
const mostAhead = 256
const listedPerTurn = 8

function* sourcesOf(
  { place, folder, names }: Searching,
  verdicts: Uint8Array,
  reading: Reading,
): Generator<SourceFile> {
  for (const [index, name] of names.entries()) {
    const path = pathIn(folder, name)
    if (verdicts[index] === 0 && !isManifest(path)) reading.onRead?.(path)
    else {
      const file = readSource(`${place}/${name}`, path, reading)
      if (file) yield file
    }
  }
}

/**
 * The files below a folder that can hold a finding. Follows no symbolic link, honours `.gitignore`
 * and `.sigshiftignore` at every level, and says what it passes over. Paths come from the root and
 * have `/`. Large trees are searched in threads beside, while the files found are worked on.
 */
export async function* walk(root: string, options: WalkOptions = {}): AsyncGenerator<SourceFile> {
  const { maximumBytes = defaultMaximumBytes, also, onSkip, onRead } = options
  const search = new SharedSearch({ words: wordsToFind(also), maximumBytes }, mostAhead)
  const reader = new FileReader(maximumBytes)
  const reading: Reading = { reader, isWorthParsing: parsingWorth(also), onSkip, onRead }
  const lists = listFiles(root, onSkip)
  const ahead: Searching[] = []
  const listMore = (): boolean => {
    for (let turn = 0; turn < listedPerTurn && ahead.length < mostAhead; turn += 1) {
      const next = lists.next()
      if (next.done) return false
      ahead.push(search.add(next.value))
    }
    return true
  }
  try {
    for (let isMore = true; isMore || ahead.length > 0; ) {
      if (isMore) isMore = listMore()
      const [first] = ahead
      if (first?.verdicts) {
        ahead.shift()
        yield* sourcesOf(first, first.verdicts, reading)
      } else if (first) {
        await search.goOn()
        await setImmediate()
      }
    }
  } finally {
    search.close()
  }
}
