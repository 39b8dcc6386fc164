import { join } from 'node:path'
import type { SkippedFile, SourceFile } from '@sigshift/migrate'
import { walk } from '@sigshift/migrate/node'
import { type IgnorePatterns, readOuterIgnores } from './outer-ignores.ts'
import { readText } from './read-text.ts'
import type { Selection, Target } from './selection.ts'

export interface TreeOptions {
  readonly ignore: IgnorePatterns
  /** Words, beside those of old code, that make a file worth reading. */
  readonly words: readonly string[]
  readonly onRead: (file: string) => void
  readonly onSkip: (skipped: SkippedFile) => void
}

async function* fileOf(
  root: string,
  { path }: Target,
  { ignore, onRead, onSkip }: TreeOptions,
): AsyncGenerator<SourceFile> {
  const place = join(root, path)
  const rules = await readOuterIgnores(place, ignore)
  if (rules(place)) return onSkip({ file: path, reason: 'ignored' })
  const read = await readText(place)
  onRead(path)
  if ('reason' in read) onSkip({ file: path, reason: read.reason })
  else yield { path, text: read.text }
}

async function* folderOf(
  root: string,
  { path: folder }: Target,
  { ignore, words, onRead, onSkip }: TreeOptions,
): AsyncGenerator<SourceFile> {
  const start = join(root, folder)
  const isIgnored = await readOuterIgnores(start, ignore)
  const nameOf = (path: string): string =>
    folder === '' ? path : path === '.' ? folder : `${folder}/${path}`
  const isWanted = (path: string): boolean => !isIgnored(join(start, path))
  const files = walk(start, {
    also: words,
    onRead: (path) => {
      if (isWanted(path)) onRead(nameOf(path))
    },
    onSkip: ({ file, reason }) => {
      if (isWanted(file)) onSkip({ file: nameOf(file), reason })
    },
  })
  for await (const { path, text } of files) {
    if (isWanted(path)) yield { path: nameOf(path), text }
  }
}

/** The files of a selection that can hold a finding, named from its root, each read in its turn. */
export async function* treeFiles(
  { root, targets }: Selection,
  options: TreeOptions,
): AsyncGenerator<SourceFile> {
  for (const target of targets) {
    yield* target.isFolder ? folderOf(root, target, options) : fileOf(root, target, options)
  }
}
