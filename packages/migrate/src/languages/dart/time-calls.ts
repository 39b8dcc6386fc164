import { calculate, constant, now } from '../../terms/arithmetic.ts'
import type { TermOf } from '../../terms/term.ts'
import { argument, receiverOf, scaled } from '../call-lowerings.ts'
import type { CallLowering } from '../language.ts'
import { namedArgument } from './call-of.ts'

// Times and durations are milliseconds here.

const units: Readonly<Record<string, number>> = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
}

/** `Duration(hours: 2, minutes: 30)` */
const duration: CallLowering = (call, evaluator) => {
  let sum: TermOf | undefined = constant(0)
  for (const [name, unit] of Object.entries(units)) {
    const given = namedArgument(call.node, name)
    const part = given && scaled(evaluator.term(given), unit, evaluator)
    if (given && !part) return undefined
    if (part && sum)
      sum = calculate('+', evaluator.made(call.node, sum), evaluator.made(call.node, part))
  }
  return sum
}

/** `time.add(Duration(hours: 2))`; of a list, one item more. */
function shifted(sign: '+' | '-', otherwise?: CallLowering): CallLowering {
  return (call, evaluator) => {
    const time = receiverOf(call, evaluator)
    const span = argument(call, evaluator, 0)
    if (time?.kind === 'linear' && span) return calculate(sign, time, span)
    return otherwise?.(call, evaluator)
  }
}

const inUnit =
  (by: number): CallLowering =>
  ({ receiver }, evaluator) =>
    receiver && scaled(evaluator.term(receiver), by, evaluator)

const itemAdded: CallLowering = (call, evaluator) => {
  const list = receiverOf(call, evaluator)
  const item = argument(call, evaluator, 0)
  return list?.kind === 'list' && item ? { kind: 'list', items: [...list.items, item] } : undefined
}

export const timeCalls: Readonly<Record<string, CallLowering>> = {
  'DateTime.now': () => now,
  'DateTime.timestamp': () => now,
  'Duration()': duration,
  'get millisecondsSinceEpoch': receiverOf,
  'get microsecondsSinceEpoch': inUnit(1000),
  'get inSeconds': inUnit(0.001),
  'get inMilliseconds': receiverOf,
  toUtc: receiverOf,
  toLocal: receiverOf,
  add: shifted('+', itemAdded),
  subtract: shifted('-'),
}
