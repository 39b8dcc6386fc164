import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import { dotFields, type Entry, plain, type Term, unwrap } from '../terms/term.ts'
import type { Rule, Unit } from './rule.ts'

const allowed = new Set(['iss', 'exp', 'iat', 'alg', 'typ', 'aud', 'appKey', 'tokenExp'])

/** The claims of a JWT that a library makes, or that is joined by hand from its three parts. */
function claimsOf(term: Term): readonly Entry[] {
  if (term.kind === 'jwt') return entriesOf(term.payload)
  const fields = dotFields(term)
  const [header, payload, mac] = fields.map((field) => (field.length === 1 ? field[0] : undefined))
  return fields.length === 3 && header && payload && mac && unwrap(mac).kind === 'hmac'
    ? entriesOf(payload)
    : []
}

function entriesOf(payload: Term): readonly Entry[] {
  const inner = unwrap(payload)
  return inner.kind === 'object' ? inner.entries : []
}

const zoomApi = /\bapi\.zoom\.us\b/i
const zoomName = /zoom|api_?(?:key|secret)/i

/** Whether names on the way of key and secret, of the file, or the address that is called tell of Zoom. */
function isForZoom({ evaluator, file, text }: Unit, node: SyntaxNode): boolean {
  if (zoomApi.test(text) || zoomName.test(node.text) || /zoom/i.test(file)) return true
  const { bindings } = evaluator.basisOf(node)
  return (
    [...bindings].some(({ value }) => value && zoomName.test(value.text)) ||
    evaluator.scopes.all.some(({ module }) => module !== undefined && /zoom/i.test(module))
  )
}

const videoSdk = /video[ _-]?sdk/i
const otherRoute = /\bapi\.zoom\.us\/v2(?!\/videosdk)/i

/** Video SDK accounts still sign their REST calls with API key and secret. */
function isForVideoSdk({ root }: Unit, node: SyntaxNode): boolean {
  let statement = node
  while (statement.parent && statement.parent !== root) statement = statement.parent
  return videoSdk.test(statement.text) && !otherRoute.test(statement.text)
}

/** A subject that is left empty, as jjwt's samples have it, names nobody. */
function isAllowed({ name, value }: Entry): boolean {
  const inner = plain(value)
  return allowed.has(name) || (name === 'sub' && inner.kind === 'text' && inner.value === '')
}

/** Whether a JWT is made here of `iss` and `exp` alone, with what looks like Zoom's key and secret. */
function isRestToken(unit: Unit, node: SyntaxNode): boolean {
  const term = plain(unit.evaluator.term(node))
  if (term.node !== node) return false
  const claims = claimsOf(term)
  const hasBoth = ['iss', 'exp'].every((name) => claims.some((claim) => claim.name === name))
  return hasBoth && claims.every(isAllowed) && isForZoom(unit, node) && !isForVideoSdk(unit, node)
}

/** Not in a part of a longer expression that is the token as well, nor by a function that is called. */
function isMadeHere({ evaluator }: Unit, node: SyntaxNode, tokens: readonly SyntaxNode[]): boolean {
  const { through } = evaluator.basisOf(node)
  return tokens.every((other) => other === node || !(other.contains(node) || through.has(other)))
}

/** Tokens for api.zoom.us made from an API key: `{ iss, exp }` signed with the API secret. */
export const restJwtAppCode: Rule = {
  name: 'rest-jwt-app-code',
  codes: ['rest-jwt-app-code'],
  markers: ['iss:', "'iss'", '"iss', 'iss=', 'iss =', 'issuer'],
  besides: ['zoom'],
  common: ['iss', 'sign', 'token'],
  *find(unit) {
    const tokens = descendants(unit.root).filter(
      (node) => unit.language.expressions.has(node.type) && isRestToken(unit, node),
    )
    for (const place of tokens.filter((node) => isMadeHere(unit, node, tokens))) {
      yield {
        code: 'rest-jwt-app-code',
        place,
        confidence: 'medium',
        manual:
          'REST calls want an OAuth access token, which is had in another way: see Server-to-Server OAuth.',
      }
    }
  },
}
