import { calculate, now, nowSeconds } from '../../terms/arithmetic.ts'
import { argument, firstArgument, receiverOf, scaled } from '../call-lowerings.ts'
import type { CallLowering } from '../language.ts'

const units: Readonly<Record<string, number>> = {
  MILLIS: 1,
  MILLISECONDS: 1,
  SECONDS: 1000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
}

function ofReceiver(factor: number): CallLowering {
  return ({ receiver }, evaluator) =>
    receiver && scaled(evaluator.term(receiver), factor, evaluator)
}

const ofArgument =
  (factor: number): CallLowering =>
  (call, evaluator) =>
    scaled(argument(call, evaluator, 0), factor, evaluator)

/** `Instant.now().plusSeconds(7200)`; instants and durations are milliseconds here. */
function plus(factor: number): CallLowering {
  return (call, evaluator) => {
    const start = receiverOf(call, evaluator)
    const named = units[/\w+$/.exec(call.args[1]?.text ?? '')?.[0] ?? ''] ?? factor
    const time = scaled(argument(call, evaluator, 0), named, evaluator)
    const sign = call.name.startsWith('minus') ? '-' : '+'
    return start && time && calculate(sign, start, evaluator.made(call.node, time))
  }
}

/** `TimeUnit.HOURS.toMillis(2)` */
function converted(unit: number): CallLowering {
  return (call, evaluator) => {
    const from = units[/\bTimeUnit\.(\w+)$/.exec(call.receiver?.text ?? '')?.[1] ?? '']
    const of = argument(call, evaluator, 0)
    if (from !== undefined) return scaled(of, from / unit, evaluator)
    return ofReceiver(1 / unit)(call, evaluator)
  }
}

export const timeCalls: Readonly<Record<string, CallLowering>> = {
  'System.currentTimeMillis': () => now,
  'new Date': (call, evaluator) => argument(call, evaluator, 0) ?? now,
  'Instant.now': () => now,
  'Calendar.getInstance': () => now,
  millis: () => now,
  getTime: receiverOf,
  getTimeInMillis: receiverOf,
  toInstant: receiverOf,
  toEpochMilli: receiverOf,
  getEpochSecond: ofReceiver(0.001),
  toEpochSecond: () => nowSeconds,
  'Date.from': firstArgument,
  'Instant.ofEpochMilli': firstArgument,
  'Instant.ofEpochSecond': ofArgument(1000),
  'Duration.ofMillis': firstArgument,
  'Duration.ofSeconds': ofArgument(1000),
  'Duration.ofMinutes': ofArgument(60_000),
  'Duration.ofHours': ofArgument(3_600_000),
  'Duration.ofDays': ofArgument(86_400_000),
  plus: plus(1),
  minus: plus(1),
  plusMillis: plus(1),
  plusSeconds: plus(1000),
  minusSeconds: plus(1000),
  toMillis: converted(1),
  toSeconds: converted(1000),
  'Math.round': firstArgument,
  'Math.floor': firstArgument,
}
