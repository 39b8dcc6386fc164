import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term } from '../../terms/term.ts'
import type { Call, CallLowering } from '../language.ts'
import { callOf } from './call-of.ts'
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
export function seconds(node: SyntaxNode, evaluator: Evaluator): Term {
  const time = evaluator.term(node)
  const factor = evaluator.made(node, constant(0.001))
  return evaluator.made(node, calculate('*', time, factor) ?? { kind: 'opaque', inputs: [time] })
}

function entriesOf(call: Call, evaluator: Evaluator): readonly Entry[] {
  const [first] = call.args
  if (!first) return []
  const node = entryNode(first)
  const date = dates[call.name]
  if (date !== undefined) return [{ name: date, value: seconds(first, evaluator), node }]
  const text = texts[call.name]
  if (text !== undefined) return [{ name: text, value: evaluator.term(first), node }]
  if (/^(?:claim|withClaim)$/.test(call.name)) return pairsOf(call.args, evaluator)
  if (!/^(?:setClaims|addClaims|claims|withPayload)$/.test(call.name)) return []
  const given = evaluator.term(first)
  return given.kind === 'object' ? given.entries : []
}

/** The calls of a chain, the first one first: `JWT.create()`, `.withClaim(…)`. */
function chainOf(call: Call, evaluator: Evaluator): readonly Call[] {
  const chain: Call[] = []
  let next: SyntaxNode | undefined = call.receiver
  for (let steps = 0; next && steps < 80; steps += 1) {
    const inner = callOf(next)
    if (inner) chain.unshift(inner)
    const value = inner ? undefined : evaluator.bindingOf(next)?.value
    if (value) evaluator.term(next)
    next = inner ? inner.receiver : value
  }
  return chain
}

/** `Jwts.builder()…compact()` and `JWT.create()…sign(algorithm)`. */
export function finished(
  chainOf: (call: Call, evaluator: Evaluator) => readonly Call[],
  entriesOf: (call: Call, evaluator: Evaluator) => readonly Entry[],
): CallLowering {
  return (call, evaluator) => {
    const chain = chainOf(call, evaluator)
    if (!/^(?:Jwts\.builder|JWT\.create)$/.test(chain[0]?.name ?? '')) return undefined
    const entries = chain.flatMap((each) => entriesOf(each, evaluator))
    const signing = chain.find(({ name }) => name === 'signWith') ?? call
    const [key] = signing.args.filter((node) => !/\bSignatureAlgorithm\.|\bSIG\./.test(node.text))
    const payload = evaluator.made(call.node, { kind: 'object', entries })
    return { kind: 'jwt', payload, key: key && evaluator.term(key) }
  }
}

const signed = finished(chainOf, entriesOf)

export const jwtCalls: Readonly<Record<string, CallLowering>> = {
  compact: signed,
  sign: signed,
}
