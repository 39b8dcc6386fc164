import type { Entry, Term, TermOf } from '../../terms/term.ts'
import { argument, firstArgument } from '../call-lowerings.ts'
import type { CallLowering } from '../language.ts'
import { stringOf } from './literals.ts'

/** `Joken.Signer.create("HS256", secret)`: a signer stands for its key. */
const signer: CallLowering = (call, evaluator) => argument(call, evaluator, 1)

function jwt(payload: Term | undefined, key: Term | undefined): TermOf | undefined {
  return payload?.kind === 'object' ? { kind: 'jwt', payload, key } : undefined
}

/** `MyToken.generate_and_sign!(claims, signer)` */
const signed: CallLowering = (call, evaluator) =>
  jwt(argument(call, evaluator, 0), argument(call, evaluator, 1))

/** `JOSE.JWT.sign(jwk, %{"alg" => "HS256"}, claims)` */
const joseSigned: CallLowering = (call, evaluator) =>
  jwt(argument(call, evaluator, 2) ?? argument(call, evaluator, 1), argument(call, evaluator, 0))

/** `JOSE.JWK.from_oct(secret)`; a signer of another kind is its claims too. */
const compacted: CallLowering = (call, evaluator) => {
  const of = argument(call, evaluator, 0)
  return of?.kind === 'jwt' ? of : undefined
}

/** `Map.put(claims, "mn", number)` */
const put: CallLowering = (call, evaluator): Term | TermOf | undefined => {
  const before = argument(call, evaluator, 0)
  const [, key, value] = call.args
  const name = key && stringOf(key)
  if (before?.kind !== 'object' || name === undefined || !value) return before
  const entry: Entry = { name, value: evaluator.term(value), node: statementAround(value) }
  return { kind: 'object', entries: [...before.entries.filter((e) => e.name !== name), entry] }
}

/** A claim that is put in by a call is no member between commas. */
function statementAround(value: Entry['node']): Entry['node'] {
  return value.closest(new Set(['match_expression', 'pipe_expression'])) ?? value
}

const merge: CallLowering = (call, evaluator): Term | TermOf | undefined => {
  const [left, right] = [argument(call, evaluator, 0), argument(call, evaluator, 1)]
  if (left?.kind !== 'object' || right?.kind !== 'object') return left
  const names = new Set(right.entries.map(({ name }) => name))
  return {
    kind: 'object',
    entries: [...left.entries.filter(({ name }) => !names.has(name)), ...right.entries],
  }
}

export const jwtCalls: Readonly<Record<string, CallLowering>> = {
  'Joken.Signer.create': signer,
  'Joken.Signer.sign': signed,
  'Token.generate_and_sign': signed,
  'Token.encode_and_sign': signed,
  'JOSE.JWK.from_oct': firstArgument,
  'JOSE.JWT.sign': joseSigned,
  'JOSE.JWS.compact': compacted,
  'elem()': firstArgument,
  'Map.put': put,
  'Map.merge': merge,
}
