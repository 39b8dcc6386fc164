import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term } from '../../terms/term.ts'
import type { Call, CallLowering } from '../language.ts'
import { entryNode } from './entry-node.ts'
import { pairsOf } from './object-calls.ts'

const dates: Readonly<Record<string, string>> = {
  setIssuedAt: 'iat',
  issuedAt: 'iat',
  withIssuedAt: 'iat',
  issueTime: 'iat',
  setExpiration: 'exp',
  expiration: 'exp',
  withExpiresAt: 'exp',
  expirationTime: 'exp',
}
const texts: Readonly<Record<string, string>> = {
  setIssuer: 'iss',
  issuer: 'iss',
  withIssuer: 'iss',
  setSubject: 'sub',
  subject: 'sub',
  withSubject: 'sub',
}

/** A library writes a date as seconds; what is known of dates here is in milliseconds. */
function seconds(node: SyntaxNode, evaluator: Evaluator): Term {
  const time = evaluator.term(node)
  const factor = evaluator.made(node, constant(0.001))
  return evaluator.made(node, calculate('*', time, factor) ?? { kind: 'opaque', inputs: [time] })
}

/** What a call of a chain says of the claims. */
type ClaimsOf = (call: Call, evaluator: Evaluator) => readonly Entry[]

/** @param claimOf Of `claim("mn", number)`. */
function entriesBy(claimOf: ClaimsOf, placeOf: (node: SyntaxNode) => SyntaxNode): ClaimsOf {
  return (call, evaluator) => {
    const [first] = call.args
    if (!first) return []
    const node = placeOf(first)
    const date = dates[call.name]
    if (date !== undefined) return [{ name: date, value: seconds(first, evaluator), node }]
    const text = texts[call.name]
    if (text !== undefined) return [{ name: text, value: evaluator.term(first), node }]
    if (/^(?:claim|withClaim)$/.test(call.name)) return claimOf(call, evaluator)
    if (!/^(?:setClaims|addClaims|claims|withPayload)$/.test(call.name)) return []
    const given = evaluator.term(first)
    return given.kind === 'object' ? given.entries : []
  }
}

/** The calls of a chain, the first one first: `JWT.create()`, `.withClaim(…)`. */
function chainOf(call: Call, evaluator: Evaluator): readonly Call[] {
  const chain: Call[] = []
  let next: SyntaxNode | undefined = call.receiver
  for (let steps = 0; next && steps < 80; steps += 1) {
    const inner = evaluator.callOf(next)
    if (inner) chain.unshift(inner)
    const value = inner ? undefined : evaluator.bindingOf(next)?.value
    if (value) evaluator.term(next)
    next = inner ? inner.receiver : value
  }
  return chain
}

/**
 * `Jwts.builder()…compact()` and `JWT.create()…sign(algorithm)`.
 *
 * @param claimOf What `claim("mn", number)` says.
 * @param placeOf The place of a claim that a call puts in.
 */
export function jwtCallsBy(
  claimOf: ClaimsOf,
  placeOf: (node: SyntaxNode) => SyntaxNode,
): Readonly<Record<string, CallLowering>> {
  const entriesOf = entriesBy(claimOf, placeOf)
  const signed: CallLowering = (call, evaluator) => {
    const chain = chainOf(call, evaluator)
    if (!/^(?:Jwts\.builder|JWT\.create)$/.test(chain[0]?.name ?? '')) return undefined
    const entries = chain.flatMap((each) => entriesOf(each, evaluator))
    const signing = chain.find(({ name }) => name === 'signWith') ?? call
    const [key] = signing.args.filter((node) => !/\bSignatureAlgorithm\.|\bSIG\./.test(node.text))
    const payload = evaluator.made(call.node, { kind: 'object', entries })
    return { kind: 'jwt', payload, key: key && evaluator.term(key) }
  }
  return { compact: signed, sign: signed }
}

export const jwtCalls: Readonly<Record<string, CallLowering>> = jwtCallsBy(
  ({ args }, evaluator) => pairsOf(args, evaluator),
  entryNode,
)
