import { constant, now, nowSeconds } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { plain, type Term, type TermOf } from '../../terms/term.ts'
import { receiverOf } from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'

const second = 1
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** `2.hours` of ActiveSupport, in seconds. */
function duration(unit: number): CallLowering {
  return (call, evaluator) => {
    const count = receiverOf(call, evaluator)
    return count?.kind === 'linear' && count.now === 0 ? constant(count.add * unit) : undefined
  }
}

/** `2.hours.from_now` */
function fromNow(sign: number): CallLowering {
  return (call, evaluator) => {
    const span = receiverOf(call, evaluator)
    if (span?.kind !== 'linear') return undefined
    return { kind: 'linear', now: nowSeconds.now, add: sign * span.add }
  }
}

/** A number out of a text or a time; a role that is made one is no text any more. */
const toNumber: CallLowering = (call, evaluator): Term | undefined =>
  call.receiver && plain(evaluator.term(call.receiver))

/** `%s%L` and `%Q` are milliseconds, `%s` seconds. */
const strftime: CallLowering = (call) => {
  const format = call.args[0]?.text ?? ''
  if (/%s%[L3]|%Q/.test(format)) return now
  return format.includes('%s') ? nowSeconds : undefined
}

function clock(call: Call, _evaluator: Evaluator): TermOf {
  return call.args.some(({ text }) => text === ':millisecond') ? now : nowSeconds
}

const named = (names: readonly string[], lowering: CallLowering): Record<string, CallLowering> =>
  Object.fromEntries(names.map((name) => [name, lowering]))

export const timeCalls: Readonly<Record<string, CallLowering>> = {
  ...named(['Time.now', 'Time.current', 'DateTime.now', 'DateTime.current'], () => nowSeconds),
  'Process.clock_gettime': clock,
  ...named(['utc', 'getutc', 'to_time', 'to_datetime', 'in_time_zone'], receiverOf),
  ...named(['to_f', 'to_r', 'round', 'floor', 'ceil', 'truncate'], receiverOf),
  to_i: toNumber,
  strftime,
  ...named(['second', 'seconds'], duration(second)),
  ...named(['minute', 'minutes'], duration(minute)),
  ...named(['hour', 'hours'], duration(hour)),
  ...named(['day', 'days'], duration(day)),
  ...named(['from_now', 'since'], fromNow(1)),
  ago: fromNow(-1),
}
