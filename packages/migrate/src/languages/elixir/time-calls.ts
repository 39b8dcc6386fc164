import { calculate, constant, now, nowSeconds } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term, TermOf } from '../../terms/term.ts'
import { argument } from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'

/** How many milliseconds a unit is; a plain number is parts of a second. */
function unitOf(text: string | undefined): number | undefined {
  const name = text?.replace(/^:|s$/g, '').replace(/^milli_second$/, 'millisecond')
  const units: Readonly<Record<string, number>> = {
    second: 1000,
    millisecond: 1,
    microsecond: 1e-3,
    nanosecond: 1e-6,
    native: 1e-6,
    minute: 60_000,
    hour: 3_600_000,
    day: 86_400_000,
  }
  const parts = Number(name)
  return parts > 0 ? 1000 / parts : units[name ?? '']
}

function inUnit(term: Term, unit: number, evaluator: Evaluator): TermOf | undefined {
  return calculate('/', term, evaluator.made(term.node, constant(unit)))
}

/** `System.system_time(:second)`; without a unit it is nanoseconds nearly everywhere. */
const systemTime: CallLowering = (call, evaluator) => {
  const unit = unitOf(call.args[0]?.text ?? 'native')
  return unit === undefined ? undefined : inUnit(evaluator.made(call.node, now), unit, evaluator)
}

/** `DateTime.to_unix(time, :millisecond)`; times are milliseconds here. */
const toUnix: CallLowering = (call, evaluator) => {
  const time = argument(call, evaluator, 0)
  const unit = unitOf(call.args[1]?.text ?? 'second')
  return time && unit !== undefined ? inUnit(time, unit, evaluator) : undefined
}

/** `DateTime.add(time, 7200, :second)` */
const add: CallLowering = (call, evaluator) => {
  const [time, span] = [argument(call, evaluator, 0), argument(call, evaluator, 1)]
  const unit = unitOf(call.args[2]?.text ?? 'second')
  if (!time || !span || unit === undefined) return undefined
  const scaled = calculate('*', span, evaluator.made(call.node, constant(unit)))
  return scaled && calculate('+', time, evaluator.made(call.node, scaled))
}

/** `System.convert_time_unit(time, :millisecond, :second)` */
const converted = (call: Call, evaluator: Evaluator): TermOf | undefined => {
  const time = argument(call, evaluator, 0)
  const [from, to] = [unitOf(call.args[1]?.text), unitOf(call.args[2]?.text)]
  return time && from && to ? inUnit(time, to / from, evaluator) : undefined
}

export const timeCalls: Readonly<Record<string, CallLowering>> = {
  'System.system_time': systemTime,
  'System.os_time': systemTime,
  ':os.system_time': systemTime,
  ':erlang.system_time': systemTime,
  'DateTime.utc_now': () => now,
  'Timex.now': () => now,
  'DateTime.add': add,
  'DateTime.to_unix': toUnix,
  'Timex.to_unix': toUnix,
  'System.convert_time_unit': converted,
  'Joken.current_time': () => nowSeconds,
}
