import { canonicalCode } from './canonical-code.ts'
import { type CodeFeature, thirtySecondsEarly } from './code-feature.ts'
import { homeMadeSources } from './home-made-sources.ts'
import type { KnownSource, Years } from './known-source.ts'
import { legacySources } from './legacy-sources.ts'
import { tokenSources } from './token-sources.ts'

/** One sample or variant that the code follows. */
export interface SourceMatch
  extends Pick<KnownSource, 'id' | 'title' | 'language' | 'years' | 'wrong' | 'sources'> {
  /** What was found in the code, in a few words each. */
  readonly matched: readonly string[]
}

const longestRead = 262_144

function yearsOf({ years, skewSince }: KnownSource, skewed: boolean): { years?: Years } {
  if (years === undefined) return {}
  if (skewSince === undefined) return { years }
  return { years: skewed ? { ...years, from: skewSince } : { ...years, until: skewSince } }
}

/** A feature that a source cannot be without counts three times as much as a mere sign. */
function weight({ needs }: KnownSource, matched: readonly CodeFeature[]): number {
  return needs.length * 2 + matched.length
}

/**
 * Which official sample or docs revision a snippet follows, with its years and what is wrong with
 * it: by features, so that other names, quotes, spacing and comments do not matter. Best match
 * first; `[]` for code that follows none. Code in comments does not count, and of a long text the
 * first 262,144 characters are read.
 *
 * @example
 * ```ts
 * import { identifySource } from '@sigshift/legacy-detector'
 *
 * const [best] = identifySource(`
 *   const text = Buffer.from(key + number + time + role).toString('base64')
 *   const mac = createHmac('sha256', secret).update(text).digest('base64')
 *   return Buffer.from([key, number, time, role, mac].join('.')).toString('base64')
 * `)
 * best?.id // => 'node-sample-2020'
 * best?.wrong // => ['legacy-hmac-code']
 * ```
 */
export function identifySource(code: string): SourceMatch[] {
  const text = canonicalCode(code.slice(0, longestRead))
  const seen = new Map<CodeFeature, boolean>()
  const has = (feature: CodeFeature): boolean => {
    const found = seen.get(feature) ?? feature.pattern.test(text)
    seen.set(feature, found)
    return found
  }
  const follows = ({ needs, not = [] }: KnownSource): boolean => needs.every(has) && !not.some(has)
  const matchedIn = ({ needs, signs = [] }: KnownSource): CodeFeature[] => [
    ...needs,
    ...signs.filter(has),
  ]
  // A mistake of one's own tells more than the sample in which it was made.
  return [homeMadeSources, [...legacySources, ...tokenSources]].flatMap((sources) =>
    sources
      .filter(follows)
      .map((source) => ({ source, matched: matchedIn(source) }))
      .sort((a, b) => weight(b.source, b.matched) - weight(a.source, a.matched))
      .map(({ source, matched }) => ({
        id: source.id,
        title: source.title,
        language: source.language,
        ...yearsOf(source, has(thirtySecondsEarly)),
        wrong: source.wrong,
        sources: source.sources,
        matched: matched.map(({ name }) => name),
      })),
  )
}
