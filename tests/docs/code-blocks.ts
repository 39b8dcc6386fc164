import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dist } from './build-site.ts'

const root = join(import.meta.dirname, '../..')

/** One fenced block of a page, with the heading it stands under. */
export interface CodeBlock {
  readonly page: string
  readonly language: string
  readonly heading: string
  readonly code: string
}

function blocksIn(page: string, markdown: string): readonly CodeBlock[] {
  const found: CodeBlock[] = []
  let heading = ''
  const piece = /^#+ (?<title>.+)$|^```(?<language>\w*)[^\n]*\n(?<code>[\s\S]*?)^```$/gm
  for (const { groups = {} } of markdown.matchAll(piece)) {
    if (groups.title) heading = groups.title
    else found.push({ page, heading, language: groups.language ?? '', code: groups.code ?? '' })
  }
  return found
}

function blocksOf(folder: string, pattern: string): readonly CodeBlock[] {
  return globSync(pattern, { cwd: folder })
    .toSorted()
    .flatMap((page) => blocksIn(page, readFileSync(join(folder, page), 'utf8')))
}

/** The blocks of every page of the built site, as its plain Markdown has them. */
export const siteBlocks: readonly CodeBlock[] = blocksOf(dist, '**/*.md')

/** The blocks of the READMEs of the repository and of its packages. */
export const readmeBlocks: readonly CodeBlock[] = [
  ...blocksOf(root, 'README.md'),
  ...blocksOf(root, 'packages/*/README.md'),
]
