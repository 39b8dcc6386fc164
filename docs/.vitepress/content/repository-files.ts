import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** A Markdown file of the repository without its title, its links led to this site or to its source. */
export function repositoryFile(path: string): string {
  const text = readFileSync(join(root, path), 'utf8')
  return text.replace(/^# .*\n/, '').replace(/\]\((?!https?:|#|\/)([^)]+)\)/g, (_, target) => {
    return `](https://github.com/sigshift/sigshift/blob/main/${posix.join(posix.dirname(path), target)})`
  })
}

/** What changed in each package: written by changesets, empty before the first release. */
export function changelog(): string {
  const packages = readdirSync(join(root, 'packages')).toSorted()
  const sections = packages.flatMap((name) => {
    const path = join(root, 'packages', name, 'CHANGELOG.md')
    if (!existsSync(path)) return []
    return [readFileSync(path, 'utf8').replace(/^(#+) /gm, '#$1 ')]
  })
  return sections.length > 0 ? sections.join('\n\n') : 'Nothing has been released yet.\n'
}
