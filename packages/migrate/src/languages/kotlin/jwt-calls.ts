import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry } from '../../terms/term.ts'
import { finished, seconds } from '../java/jwt-calls.ts'
import type { Call, CallLowering } from '../language.ts'
import { callOf } from './call-of.ts'
import { stringOf } from './literals.ts'
import { statementOf } from './object-calls.ts'

const dates = /^(?:setIssuedAt|issuedAt|withIssuedAt|setExpiration|expiration|withExpiresAt)$/

function entriesOf(call: Call, evaluator: Evaluator): readonly Entry[] {
  const [first, second] = call.args
  if (!first) return []
  const node = statementOf(first)
  if (dates.test(call.name)) {
    const name = /issued/i.test(call.name) ? 'iat' : 'exp'
    return [{ name, value: seconds(first, evaluator), node }]
  }
  if (/^(?:setIssuer|issuer|withIssuer)$/.test(call.name))
    return [{ name: 'iss', value: evaluator.term(first), node }]
  const claim = /^(?:claim|withClaim)$/.test(call.name) ? stringOf(first) : undefined
  if (claim !== undefined && second) return [{ name: claim, value: evaluator.term(second), node }]
  if (!/^(?:setClaims|addClaims|claims|withPayload)$/.test(call.name)) return []
  const given = evaluator.term(first)
  return given.kind === 'object' ? given.entries : []
}

/** The calls of a chain, the first one first: `JWT.create()`, `.withClaim(…)`. */
function chainOf(call: Call): readonly Call[] {
  const chain: Call[] = []
  let next: SyntaxNode | undefined = call.receiver
  for (let steps = 0; next && steps < 80; steps += 1) {
    const inner: Call | undefined = callOf(next)
    if (inner) chain.unshift(inner)
    next = inner?.receiver
  }
  return chain
}

const signed = finished(chainOf, entriesOf)

export const jwtCalls: Readonly<Record<string, CallLowering>> = {
  compact: signed,
  sign: signed,
}
