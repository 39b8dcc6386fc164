import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** Files that are pages of this site. */
const pages: Readonly<Record<string, string>> = {
  'SECURITY.md': '/security',
  'apps/api/README.md': '/hosting',
  'deploy/PLATFORMS.md': '/platforms',
  'deploy/RUNBOOK.md': '/runbook',
}

/** A Markdown file of the repository without its title, its links led to this site or to its source. */
export function repositoryFile(path: string): string {
  const text = readFileSync(join(root, path), 'utf8')
  const body = text.replace(/^# .*\n/, '')
  return body.replace(/\]\((?!https?:|#|\/)([^)]+)\)/g, (_, target: string) => {
    const file = posix.join(posix.dirname(path), target)
    return `](${pages[file] ?? `https://github.com/sigshift/sigshift/blob/main/${file}`})`
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
