import { calculate, constant } from '../../terms/arithmetic.ts'
import { hex, joined, replaced } from '../../terms/encodings.ts'
import { plain, type Term, type TermOf } from '../../terms/term.ts'
import {
  argument,
  firstArgument,
  hexOfFirst,
  jsonOfFirst,
  ofFirst,
  pieces,
  textChange,
} from '../call-lowerings.ts'
import type { CallLowering } from '../language.ts'
import { optionOf } from './call-of.ts'
import { jwtCalls } from './jwt-calls.ts'
import { macCalls } from './mac-calls.ts'
import { timeCalls } from './time-calls.ts'

function encode64(plus: boolean): CallLowering {
  return (call, evaluator) => {
    const of = argument(call, evaluator, 0)
    return of && { kind: 'base64', of, plus, padding: optionOf(call, 'padding')?.text !== 'false' }
  }
}

const join: CallLowering = (call, evaluator) => {
  const [list, separator] = call.args.map((each) => evaluator.term(each))
  const text = separator?.kind === 'text' ? separator.value : ''
  return list?.kind === 'list' ? joined(list.items, text, pieces(call, evaluator)) : undefined
}

/** `Enum.map(list, &encode/1)` and `Enum.map(list, fn x -> … end)`: what it makes of each item. */
const map: CallLowering = (call, evaluator) => {
  const [list, by] = [argument(call, evaluator, 0), call.args[1]]
  if (list?.kind !== 'list') return undefined
  if (/^&(?:Kernel\.)?to_string(?:\/1|\(&1\))$/.test(by?.text ?? '')) return list
  const clause = by?.type === 'anonymous_function' ? by.namedChildren[0] : undefined
  const body = clause?.get('right')?.namedChildren.at(-1)
  const name = clause?.get('left')?.namedChildren[0]?.text
  if (!by || !body || name === undefined) return undefined
  const items = list.items.map(
    (item) => evaluator.within(call, by, new Map([[name, item]]), [body]) ?? item,
  )
  return { kind: 'list', items }
}

/** `[key, number]` as text. */
const listText: CallLowering = (call, evaluator) => {
  const list = argument(call, evaluator, 0)
  return list?.kind === 'list' ? { kind: 'concat', parts: list.items } : undefined
}

/** Anything but base64 keeps its value. */
const stripped: CallLowering = textChange((call, evaluator) => {
  const of = argument(call, evaluator, 0)
  const pattern = (call.args[1]?.text ?? '').replace(/^~r(.)(.*)\1\w*$/s, '$2')
  return of && replaced(of, pattern.replace(/\+\$|=\+/g, '='))
})

function hidden(of: Term): Term | TermOf {
  return of.kind === 'opaque' || of.kind === 'linear' ? { kind: 'string', of } : of
}

const div: CallLowering = (call, evaluator) => {
  const [left, right] = [argument(call, evaluator, 0), argument(call, evaluator, 1)]
  return left && right && calculate('/', left, right)
}

/** `:timer.hours(2)`, in milliseconds. */
function timer(unit: number): CallLowering {
  return (call, evaluator) => {
    const count = argument(call, evaluator, 0)
    return count && calculate('*', count, evaluator.made(call.node, constant(unit)))
  }
}

const named = (names: readonly string[], lowering: CallLowering): Record<string, CallLowering> =>
  Object.fromEntries(names.map((name) => [name, lowering]))

/** Without a prototype: a function named as one that objects have must not be found there. */
export const calls: Readonly<Record<string, CallLowering>> = Object.assign(
  Object.create(null) as Record<string, CallLowering>,
  timeCalls,
  macCalls,
  jwtCalls,
  {
    'Base.encode64': encode64(true),
    'Base.url_encode64': encode64(false),
    ':base64.encode': encode64(true),
    ':base64.encode_to_string': encode64(true),
    'Base.encode16': hexOfFirst,
    ':binary.encode_hex': ofFirst(hex),
    'Enum.join': join,
    'Enum.map': map,
    'IO.iodata_to_binary': listText,
    ':erlang.iolist_to_binary': listText,
    'div()': div,
    ':timer.seconds': timer(1000),
    ':timer.minutes': timer(60_000),
    ':timer.hours': timer(3_600_000),
  },
  named(['String.replace', 'String.trim', 'String.trim_trailing'], stripped),
  named(['String.replace_trailing', 'String.replace_suffix'], stripped),
  named(['String.downcase'], textChange(firstArgument)),
  named(['round()', 'trunc()', 'floor()', 'Kernel.trunc'], firstArgument),
  named(['to_string()', 'Kernel.to_string', 'Integer.to_string'], ofFirst(hidden)),
  named(['to_charlist()', 'String.to_charlist', ':erlang.integer_to_binary'], ofFirst(hidden)),
  named(['String.to_integer', ':erlang.binary_to_integer'], ofFirst(plain)),
  named(['Jason.encode!', 'Poison.encode!', 'JSON.encode!', ':json.encode'], jsonOfFirst),
)
