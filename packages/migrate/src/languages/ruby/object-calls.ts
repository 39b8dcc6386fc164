import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term, TermOf } from '../../terms/term.ts'
import { receiverOf } from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { entriesOf } from './lower.ts'

/** `JWT.encode(payload, secret, 'HS256')`, whose payload may be written without braces. */
const jwtEncode: CallLowering = (call, evaluator) => {
  const [first, key] = call.args
  if (!first) return undefined
  const loose = first.type === 'pair'
  const payload = loose
    ? evaluator.made(call.node, { kind: 'object', entries: entriesOf(call.args, evaluator) })
    : evaluator.term(first)
  return { kind: 'jwt', payload, key: loose || !key ? undefined : evaluator.term(key) }
}

function givenEntries(call: Call, evaluator: Evaluator): readonly Entry[] {
  const loose = entriesOf(call.args, evaluator)
  const [first] = call.args
  const given = first && loose.length === 0 ? evaluator.term(first) : undefined
  return given?.kind === 'object' ? given.entries : loose
}

/** `payload.merge(mn: number)` */
const merge: CallLowering = (call, evaluator): Term | TermOf | undefined => {
  const before = receiverOf(call, evaluator)
  if (before?.kind !== 'object') return before
  const added = givenEntries(call, evaluator)
  const names = new Set(added.map(({ name }) => name))
  const kept = before.entries.filter(({ name }) => !names.has(name))
  return { kind: 'object', entries: [...kept, ...added] }
}

export const objectCalls: Readonly<Record<string, CallLowering>> = {
  'JWT.encode': jwtEncode,
  merge,
  'merge!': merge,
}
