/**
 * Where a fact comes from, short enough to ship with the row that states it.
 * {@link sourceUrl} gives the page to open.
 *
 * - `devforum/62785`: a thread of Zoom's developer forum
 * - `docs/meeting-sdk/auth`, `changelog/…`: a page of developers.zoom.us
 * - `github/owner/repo@commit`, `github/owner/repo#42`: a commit, an issue or a pull request
 * - `npm/@zoom/meetingsdk@6.2.0`: read in, or recorded from, that published package
 * - `measured/@zoom/meetingsdk@6.2.0`: seen in a browser running that package, Zoom's servers mocked
 * - `rfc/7515`: a standard
 * - `inferred`: our own reading of the others; nobody else states it
 */
export type Source =
  | `devforum/${number}`
  | `docs/${string}`
  | `changelog/${string}`
  | `github/${string}/${string}@${string}`
  | `github/${string}/${string}#${number}`
  | `npm/${string}@${string}`
  | `measured/${string}@${string}`
  | `rfc/${number}`
  | `https://${string}`
  | 'inferred'

/** At least one source; a row without one does not compile. */
export type Sources = readonly [Source, ...Source[]]

const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^devforum\/(\d+)$/, 'https://devforum.zoom.us/t/$1'],
  [/^docs\/(.+)$/, 'https://developers.zoom.us/docs/$1'],
  [/^changelog\/(.+)$/, 'https://developers.zoom.us/changelog/$1'],
  [/^github\/([^@#]+)@(.+)$/, 'https://github.com/$1/commit/$2'],
  [/^github\/([^@#]+)#(\d+)$/, 'https://github.com/$1/issues/$2'],
  [/^(?:npm|measured)\/(.+)@([^@]+)$/, 'https://www.npmjs.com/package/$1/v/$2'],
  [/^rfc\/(\d+)$/, 'https://www.rfc-editor.org/rfc/rfc$1'],
  [/^(https:\/\/.+)$/, '$1'],
]

/**
 * The page that a source names, or `undefined` for `'inferred'`, which has none.
 *
 * @example
 * ```ts
 * import { sourceUrl } from '@sigshift/spec'
 *
 * sourceUrl('devforum/62785') // => 'https://devforum.zoom.us/t/62785'
 * ```
 */
export function sourceUrl(source: Source): string | undefined {
  for (const [pattern, url] of prefixes) {
    if (pattern.test(source)) return source.replace(pattern, url)
  }
  return undefined
}
