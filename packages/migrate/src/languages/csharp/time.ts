import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, now } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term, TermOf } from '../../terms/term.ts'
import { argument, receiverOf } from '../call-lowerings.ts'
import type { CallLowering } from '../language.ts'
import { argumentsOf, callOf, lastName } from './call-of.ts'

// Dates are milliseconds since 1970, spans of time are milliseconds.

const ticksOf1970 = 621_355_968_000_000_000
const clock = /^(?:DateTime|DateTimeOffset)$/

export function scaled(term: Term | undefined, by: number, add = 0): TermOf | undefined {
  return term?.kind === 'linear'
    ? { kind: 'linear', now: term.now * by, add: term.add * by + add }
    : undefined
}

/** Whether a value is a span: the difference of two dates. */
function isSpan(node: SyntaxNode, evaluator: Evaluator, depth = 0): boolean {
  const inner = node.type === 'parenthesized_expression' ? node.namedChildren[0] : undefined
  if (inner) return isSpan(inner, evaluator, depth)
  if (node.type === 'binary_expression') return node.get('operator')?.text === '-'
  if (/^(?:Subtract|From\w+)$/.test(callOf(node)?.name ?? '')) return true
  const value = depth < 3 ? evaluator.bindingOf(node)?.value : undefined
  return value !== undefined && isSpan(value, evaluator, depth + 1)
}

/** `DateTime.UtcNow`, `span.TotalSeconds`, `date.Ticks`. */
export function lowerTimeMember(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const object = node.get('expression')
  const name = node.get('name')?.text ?? ''
  if (!object) return undefined
  if (clock.test(lastName(object))) {
    if (/^(?:Utc)?Now$/.test(name)) return now
    return name === 'UnixEpoch' ? constant(0) : undefined
  }
  switch (name) {
    case 'TotalMilliseconds':
      return scaled(evaluator.term(object), 1)
    case 'TotalSeconds':
      return scaled(evaluator.term(object), 0.001)
    case 'Ticks':
    case 'UtcTicks':
      return scaled(evaluator.term(object), 10_000, isSpan(object, evaluator) ? 0 : ticksOf1970)
    case 'UtcDateTime':
    case 'DateTime':
    case 'LocalDateTime': {
      const date = evaluator.term(object)
      return date.kind === 'linear' ? date : undefined
    }
    default:
      return undefined
  }
}

/** `new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc)` */
export function lowerDate(node: SyntaxNode): TermOf | undefined {
  const numbers = argumentsOf(node.get('arguments')).map(({ text }) => Number(text))
  const [year = Number.NaN, month = 1, day = 1] = numbers
  const time = Date.UTC(year, month - 1, day)
  return numbers.length >= 3 && Number.isFinite(time) ? constant(time) : undefined
}

/** `date.AddSeconds(30)` */
const added =
  (unit: number): CallLowering =>
  ({ receiver, node, args }, evaluator) => {
    const [date, amount] = [receiver, args[0]].map((each) => each && evaluator.term(each))
    const span = scaled(amount, unit)
    return date && span && calculate('+', date, evaluator.made(node, span))
  }

const combined =
  (operator: string): CallLowering =>
  (call, evaluator) => {
    const date = receiverOf(call, evaluator)
    const other = argument(call, evaluator, 0)
    return date && other && calculate(operator, date, other)
  }

const dateItself: CallLowering = ({ receiver }, evaluator) => {
  const date = receiver && evaluator.term(receiver)
  return date?.kind === 'linear' ? date : undefined
}

const spanFrom =
  (unit: number): CallLowering =>
  (call, evaluator) =>
    scaled(argument(call, evaluator, 0), unit)

export const timeCalls: Readonly<Record<string, CallLowering>> = {
  ToUniversalTime: dateItself,
  ToLocalTime: dateItself,
  ToUnixTimeMilliseconds: dateItself,
  ToUnixTimeSeconds: ({ receiver }, evaluator) =>
    receiver && scaled(evaluator.term(receiver), 0.001),
  GetIntDate: spanFrom(0.001),
  AddMilliseconds: added(1),
  AddSeconds: added(1000),
  AddMinutes: added(60_000),
  AddHours: added(3_600_000),
  AddDays: added(86_400_000),
  FromMilliseconds: spanFrom(1),
  FromSeconds: spanFrom(1000),
  FromMinutes: spanFrom(60_000),
  FromHours: spanFrom(3_600_000),
  FromDays: spanFrom(86_400_000),
  Subtract: combined('-'),
  Add: combined('+'),
}
