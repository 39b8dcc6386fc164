import type { JsonObject } from './detection.ts'

/** Names that people give to claims, without case, `_` and `-`, and the name that Zoom reads. */
const rightNames: ReadonlyMap<string, string> = new Map([
  ['appkey', 'appKey'],
  ['apikey', 'appKey'],
  ['clientid', 'appKey'],
  ['sdkkey', 'sdkKey'],
  ['mn', 'mn'],
  ['meetingnumber', 'mn'],
  ['meetingno', 'mn'],
  ['meetingid', 'mn'],
  ['role', 'role'],
  ['roletype', 'role'],
  ['iat', 'iat'],
  ['issuedat', 'iat'],
  ['exp', 'exp'],
  ['expires', 'exp'],
  ['expiresat', 'exp'],
  ['tokenexp', 'tokenExp'],
])

const longestName = 20

/** A claim under a wrong name, while the right one is absent. */
export interface MisnamedClaim {
  readonly seen: string
  readonly wanted: string
}

/** Claims whose name Zoom does not read, each with the name that it does. */
export function misnamedClaims(claims: JsonObject): readonly MisnamedClaim[] {
  const found: MisnamedClaim[] = []
  for (const seen of Object.keys(claims)) {
    if (seen.length > longestName || rightNames.get(seen) === seen) continue
    const wanted = rightNames.get(seen.toLowerCase().replace(/[-_ ]/g, ''))
    if (!wanted || Object.hasOwn(claims, wanted)) continue
    if (!found.some((other) => other.wanted === wanted)) found.push({ seen, wanted })
  }
  return found
}
