import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, now } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term, TermOf } from '../../terms/term.ts'
import { argument, receiverOf } from '../call-lowerings.ts'
import type { CallLowering } from '../language.ts'

// Times are milliseconds since 1970, durations are nanoseconds, as in Go itself.

const units: Readonly<Record<string, number>> = {
  Nanosecond: 1,
  Microsecond: 1e3,
  Millisecond: 1e6,
  Second: 1e9,
  Minute: 60e9,
  Hour: 3600e9,
}

function scaled(term: Term | undefined, by: number): TermOf | undefined {
  return term?.kind === 'linear'
    ? { kind: 'linear', now: term.now * by, add: term.add * by }
    : undefined
}

/** `time.Second` */
export function lowerDuration(node: SyntaxNode): TermOf | undefined {
  const unit = units[node.get('field')?.text ?? '']
  return node.get('operand')?.text === 'time' && unit !== undefined ? constant(unit) : undefined
}

const receiverTimes =
  (by: number): CallLowering =>
  ({ receiver }, evaluator) =>
    receiver && scaled(evaluator.term(receiver), by)

const timeItself: CallLowering = ({ receiver }, evaluator) => {
  const time = receiver && evaluator.term(receiver)
  return time?.kind === 'linear' ? time : undefined
}

const added: CallLowering = (call, evaluator: Evaluator) => {
  const time = receiverOf(call, evaluator)
  const span = scaled(argument(call, evaluator, 0), 1e-6)
  return time && span && calculate('+', time, evaluator.made(call.node, span))
}

export const timeCalls: Readonly<Record<string, CallLowering>> = {
  Now: ({ receiver }) => (receiver?.text === 'time' ? now : undefined),
  Unix: receiverTimes(0.001),
  UnixMilli: receiverTimes(1),
  UnixMicro: receiverTimes(1e3),
  UnixNano: receiverTimes(1e6),
  Seconds: receiverTimes(1e-9),
  Milliseconds: receiverTimes(1e-6),
  Nanoseconds: receiverTimes(1),
  Add: added,
  UTC: timeItself,
  Local: timeItself,
  In: timeItself,
  Truncate: timeItself,
  Round: timeItself,
  NewNumericDate: (call, evaluator) => scaled(argument(call, evaluator, 0), 0.001),
  Duration: (call, evaluator) => argument(call, evaluator, 0),
}
