import type { JsonObject, JwtDetection } from './detection.ts'
import { readMember } from './json-object.ts'
import { misnamedClaims } from './misnamed-claims.ts'

type Kind = JwtDetection['kind']
type Test = (claims: JsonObject, header: JsonObject | undefined) => boolean

function has(claims: JsonObject, ...names: readonly string[]): boolean {
  return names.some((name) => Object.hasOwn(claims, name))
}

function textOf(object: JsonObject | undefined, name: string): string {
  const value = readMember(object, name)
  return typeof value === 'string' ? value : ''
}

/** Rows in order of certainty; the first whose test holds gives the kind. */
const kinds: readonly (readonly [Kind, Test])[] = [
  ['video-sdk', (claims) => has(claims, 'tpc') && !has(claims, 'mn')],
  ['meeting-sdk', (claims) => has(claims, 'appKey', 'sdkKey', 'mn')],
  [
    'zoom-access-token',
    (claims, header) =>
      textOf(claims, 'iss').startsWith('zm:') ||
      textOf(claims, 'aud').endsWith('oauth.zoom.us') ||
      textOf(header, 'sv') !== '',
  ],
  // Zoom does not document what is in an OBF token; one that names itself is told from a ZAK.
  ['obf', (claims) => /^(?:obf|on_?behalf)/i.test(textOf(claims, 'typ') || textOf(claims, 'type'))],
  [
    'zak',
    (claims, header) =>
      textOf(header, 'zm_skm') !== '' ||
      has(claims, 'zmk', 'stk', 'sty') ||
      (textOf(claims, 'iss') === 'web' && textOf(claims, 'aud').startsWith('client')),
  ],
  [
    'cobrowse',
    (claims) => has(claims, 'app_key') && (has(claims, 'user_id') || claims.role_type === 2),
  ],
  [
    'video-sdk',
    (claims) => has(claims, 'app_key') && !has(claims, 'meetingNumber', 'meeting_number'),
  ],
  ['meeting-sdk', (claims) => has(claims, 'tokenExp')],
  ['rest-jwt-app', (claims) => has(claims, 'iss') && !has(claims, 'role')],
  ['meeting-sdk', (claims) => misnamedClaims(claims).length > 0 || has(claims, 'role')],
]

/** What kind of JWT the claims make it. */
export function classifyJwt(claims: JsonObject | undefined, header: JsonObject | undefined): Kind {
  if (claims) {
    for (const [kind, test] of kinds) if (test(claims, header)) return kind
  }
  return 'other-jwt'
}
