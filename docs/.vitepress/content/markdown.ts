import { type Source, type Sources, sourceUrl } from '@sigshift/spec'

/** Text that Markdown, HTML and Vue leave as it is. */
export function plain(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]|#~]/g, '\\$&')
    .replace(/\{\{/g, '&#123;&#123;')
    .replace(/https?:\/\//g, (scheme) => scheme.replace(':', '&#58;'))
}

/** As {@link plain}, but `code` stays code; for the catalogue's titles and sentences. */
export function prose(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((piece, i) => (i % 2 === 1 ? code(piece.slice(1, -1)) : plain(piece)))
    .join('')
}

/** A code span, also of text with backticks, and fit for a table cell. */
export function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1)
  const pad = /^`|`$/.test(text) ? ' ' : ''
  return `${fence}${pad}${text.replace(/\|/g, '\\|')}${pad}${fence}`
}

/** Text without the marks of Markdown, for titles and descriptions. */
export function bare(text: string): string {
  return text.replace(/`/g, '')
}

export function frontmatter(members: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(members).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

function sourceName(source: Source): string {
  const [first, ...rest] = source.split('/')
  const path = rest.join('/')
  switch (first) {
    case 'devforum':
      return `Zoom developer forum, thread ${path}`
    case 'docs':
      return `Zoom documentation, ${path}`
    case 'changelog':
      return `Zoom changelog, ${path}`
    case 'github':
      return path
    case 'npm':
      return `read in ${path}`
    case 'measured':
      return `measured in a browser with ${path}, Zoom’s servers mocked`
    case 'rfc':
      return `RFC ${path}`
    default:
      return source.replace(/^https:\/\//, '')
  }
}

/** One source as a link, or in words where there is no page to open. */
function sourceLink(source: Source): string {
  const url = sourceUrl(source)
  if (url === undefined) return 'our own reading of the other sources'
  return `[${plain(sourceName(source))}](${url})`
}

export function sourceList(sources: Sources): string {
  return list(sources.map(sourceLink))
}

/** Sources in a table cell: short names, each a link. */
export function sourceCell(sources: Sources): string {
  return sources
    .map((source) => {
      const url = sourceUrl(source)
      return url === undefined ? 'inferred' : `[${plain(shortName(source))}](${url})`
    })
    .join(', ')
}

/** Short enough for a narrow column; the link has the rest. */
const shortNames: readonly (readonly [RegExp, string])[] = [
  [/^devforum\/(\d+)$/, 'forum $1'],
  [/^docs\/(?:.*\/)?([^/]+)$/, 'docs: $1'],
  [/^changelog\/.*?(\d+\.\d+\.\d+)$/, 'changelog $1'],
  [/^changelog\/.+$/, 'changelog'],
  [/^github\/zoom\/meetingsdk-web@.+$/, 'web SDK'],
  [/^github\/zoom\/meetingsdk-auth-endpoint-sample@.+$/, 'auth sample'],
  [/^github\/zoom\/meetingsdk-web-sample@.+$/, 'web sample'],
  [/^github\/zoom\/([\w-]+)@.+$/, '$1'],
  [/^github\/[^/]+\/(.+)$/, '$1'],
  [/^npm\/.+@([^@]+)$/, 'package $1'],
  [/^measured\/.+@([^@]+)$/, 'measured $1'],
  [/^rfc\/(\d+)$/, 'RFC $1'],
  [/^https:\/\/([^/]+).*$/, '$1'],
]

function shortName(source: Source): string {
  const [pattern, name] = shortNames.find(([form]) => form.test(source)) ?? []
  return pattern && name ? source.replace(pattern, name) : source
}
