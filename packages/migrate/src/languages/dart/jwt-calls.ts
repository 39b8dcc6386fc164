import { calculate, constant, nowSeconds } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term } from '../../terms/term.ts'
import { argument, firstArgument, receiverOf } from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { namedArgument } from './call-of.ts'

function issuer(call: Call, evaluator: Evaluator): readonly Entry[] {
  const node = namedArgument(call.node, 'issuer')
  return node ? [{ name: 'iss', value: evaluator.term(node), node }] : []
}

/** `expiresIn: Duration(…)`, from the moment of signing on. */
function expiry(call: Call, name: string, evaluator: Evaluator): readonly Entry[] {
  const node = namedArgument(call.node, name)
  const span = node && evaluator.term(node)
  if (!node || !span) return []
  const seconds = calculate('*', span, evaluator.made(node, constant(0.001)))
  const until =
    seconds && calculate('+', evaluator.made(node, nowSeconds), evaluator.made(node, seconds))
  return [{ name: 'exp', value: until ? evaluator.made(node, until) : span, node }]
}

function entriesOf(term: Term | undefined): readonly Entry[] {
  return term?.kind === 'object' ? term.entries : []
}

/** `JWT({'mn': number}, issuer: key)` */
const newJwt: CallLowering = (call, evaluator) => ({
  kind: 'object',
  entries: [...entriesOf(argument(call, evaluator, 0)), ...issuer(call, evaluator)],
})

/** `jwt.sign(SecretKey(secret), expiresIn: Duration(…))` */
const sign: CallLowering = (call, evaluator) => {
  const jwt = receiverOf(call, evaluator)
  if (jwt?.kind !== 'object') return undefined
  const entries = [...jwt.entries, ...expiry(call, 'expiresIn', evaluator)]
  const payload = evaluator.made(call.node, { kind: 'object', entries })
  return { kind: 'jwt', payload, key: argument(call, evaluator, 0) }
}

/** `JwtClaim(issuer: key, maxAge: …, otherClaims: {…})` */
const newClaim: CallLowering = (call, evaluator) => {
  const others = namedArgument(call.node, 'otherClaims')
  return {
    kind: 'object',
    entries: [
      ...issuer(call, evaluator),
      ...expiry(call, 'maxAge', evaluator),
      ...entriesOf(others && evaluator.term(others)),
    ],
  }
}

const issued: CallLowering = (call, evaluator) => {
  const payload = argument(call, evaluator, 0)
  return payload?.kind === 'object'
    ? { kind: 'jwt', payload, key: argument(call, evaluator, 1) }
    : undefined
}

export const jwtCalls: Readonly<Record<string, CallLowering>> = {
  'JWT()': newJwt,
  'SecretKey()': firstArgument,
  sign,
  'JwtClaim()': newClaim,
  'issueJwtHS256()': issued,
}
