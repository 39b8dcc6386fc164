import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { wayTo } from './selection.ts'

const ruleFiles = ['.gitignore', '.sigshiftignore']

interface Level {
  readonly folder: string
  readonly rules: Ignore
}

/** Patterns as in a `.gitignore` that would lie in the folder. */
export interface IgnorePatterns {
  readonly folder: string
  readonly patterns: readonly string[]
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** The folders from the repository's root down to the one above `folder`; none outside of git. */
async function foldersAbove(folder: string): Promise<readonly string[]> {
  const above: string[] = []
  let current = folder
  while (!(await exists(join(current, '.git')))) {
    const parent = dirname(current)
    if (parent === current) return []
    above.unshift(parent)
    current = parent
  }
  return above
}

async function levelOf(folder: string): Promise<readonly Level[]> {
  const texts = await Promise.all(
    ruleFiles.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
  )
  const text = texts.join('\n')
  return text.trim() === '' ? [] : [{ folder, rules: ignore().add(text) }]
}

/**
 * Tells whether a path is left out by rules that lie above the folder where a walk starts, or by
 * those of the configuration; the walk itself knows the rules at and below its start.
 */
export async function readOuterIgnores(
  start: string,
  extra: IgnorePatterns,
): Promise<(path: string) => boolean> {
  const above = await Promise.all((await foldersAbove(start)).map(levelOf))
  const levels: readonly Level[] = [
    ...above.flat(),
    ...(extra.patterns.length > 0
      ? [{ folder: extra.folder, rules: ignore().add([...extra.patterns]) }]
      : []),
  ]
  return (path) => {
    let ignored = false
    for (const { folder, rules } of levels) {
      const way = wayTo(path, folder)
      if (way === undefined || !ignore.isPathValid(way)) continue
      const verdict = rules.test(way)
      if (verdict.ignored) ignored = true
      if (verdict.unignored) ignored = false
    }
    return ignored
  }
}
