import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'
import { plain } from '../terms/term.ts'
import type { Rule, Unit } from './rule.ts'

const allowed = new Set(['iss', 'exp', 'iat', 'alg', 'typ', 'aud', 'appKey', 'tokenExp'])

/** Whether a JWT is made here of `iss` and `exp` alone, with what looks like Zoom's key and secret. */
function isRestToken({ evaluator }: Unit, node: SyntaxNode): boolean {
  const term = plain(evaluator.term(node))
  if (term.kind !== 'jwt' || term.node !== node) return false
  const payload = plain(term.payload)
  const inner = payload.kind === 'json' ? payload.of : payload
  const names = inner.kind === 'object' ? inner.entries.map(({ name }) => name) : []
  const hasBoth = names.includes('iss') && names.includes('exp')
  if (!hasBoth || !names.every((name) => allowed.has(name))) return false
  return (
    /zoom|api_?(?:key|secret)/i.test(term.key?.node.text ?? '') || /zoom|api_?key/i.test(node.text)
  )
}

/** Tokens for api.zoom.us made from an API key: `{ iss, exp }` signed with the API secret. */
export const restJwtAppCode: Rule = {
  name: 'rest-jwt-app-code',
  codes: ['rest-jwt-app-code'],
  markers: ['iss:', "'iss'", '"iss"', 'iss=', 'iss ='],
  besides: 'zoom',
  *find(unit) {
    for (const node of descendants(unit.root)) {
      if (!unit.language.expressions.has(node.type) || !isRestToken(unit, node)) continue
      yield {
        code: 'rest-jwt-app-code',
        place: node,
        confidence: 'medium',
        manual:
          'REST calls want an OAuth access token, which is had in another way: see Server-to-Server OAuth.',
      }
    }
  },
}
