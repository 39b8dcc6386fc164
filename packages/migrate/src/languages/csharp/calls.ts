import { base64, base64url, formatted, hex, joined, replaced } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { plain } from '../../terms/term.ts'
import {
  argument,
  base64OfFirst,
  firstArgument,
  hexOfFirst,
  jsonOfFirst,
  ofFirst,
  pieces,
  receiverOf,
} from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { computeHash, hashData } from './hmac.ts'
import { addEntry, jwtCalls } from './jwt-calls.ts'
import { stringOf } from './strings.ts'
import { lowerDate, timeCalls } from './time.ts'

const format: CallLowering = (call, evaluator) => {
  const at = call.args.findIndex((each) => stringOf(each) !== undefined)
  const template = call.args[at] && stringOf(call.args[at])
  if (template === undefined || !/^[Ss]tring$/.test(call.receiver?.text ?? '')) return undefined
  const values = call.args.slice(at + 1).map((each) => evaluator.term(each))
  const [first] = values
  const args = values.length === 1 && first?.kind === 'list' ? first.items : values
  return formatted(template, args, pieces(call, evaluator))
}

const concat: CallLowering = (call, evaluator) => {
  const terms = call.args.map((each) => evaluator.term(each))
  return {
    kind: 'concat',
    parts: terms.flatMap((each) => (each.kind === 'list' ? each.items : each)),
  }
}

const join: CallLowering = (call, evaluator) => {
  const [separator, ...values] = call.args.map((each) => evaluator.term(each))
  if (separator?.kind !== 'text') return undefined
  const items = values.flatMap((each) => (each.kind === 'list' ? each.items : each))
  return joined(items, separator.value, pieces(call, evaluator))
}

/** What is taken off, also where it stands in an array of characters. */
function patternOf(call: Call, evaluator: Evaluator, index: number): string {
  const node = call.args[index]
  if (!node) return ''
  const term = plain(evaluator.term(node))
  const texts = term.kind === 'list' ? term.items.map(plain) : [term]
  const known = texts.map((each) => (each.kind === 'text' ? `'${each.value}'` : '')).join('')
  return known || (/padd/i.test(node.text) ? "'='" : '')
}

/** `text.TrimEnd('=')`, `text.Replace('+', '-')`; anything but base64 is left as unknown. */
const stripped: CallLowering = (call, evaluator) => {
  const isRegex = call.receiver?.text === 'Regex'
  const of = isRegex ? argument(call, evaluator, 0) : receiverOf(call, evaluator)
  const inner = of && plain(of)
  if (!inner || !/^(?:base64|hex|hmac)$/.test(inner.kind)) return undefined
  return replaced(inner, patternOf(call, evaluator, isRegex ? 1 : 0))
}

const sameMac: CallLowering = ({ receiver }, evaluator) => {
  const of = receiver && evaluator.term(receiver)
  return of && /^(?:base64|hex|hmac|concat|bytes)$/.test(of.kind) ? of : undefined
}

const toText: CallLowering = (call, evaluator) => {
  const { receiver } = call
  const first = argument(call, evaluator, 0)
  if (receiver?.text === 'BitConverter') return first && hex(first)
  const of = /^(?:System\.)?Convert$/.test(receiver?.text ?? '')
    ? first
    : receiver && evaluator.term(receiver)
  return of && (of.kind === 'opaque' || of.kind === 'linear' ? { kind: 'string', of } : of)
}

const append: CallLowering = (call, evaluator) => {
  const before = receiverOf(call, evaluator)
  const more = argument(call, evaluator, 0)
  return before?.kind === 'concat' && more
    ? { kind: 'concat', parts: [...before.parts, more] }
    : undefined
}

export const calls: Readonly<Record<string, CallLowering>> = {
  ...timeCalls,
  ...jwtCalls,
  Add: (call, evaluator) => addEntry(call, evaluator) ?? timeCalls.Add?.(call, evaluator),
  'new DateTime': ({ node }) => lowerDate(node),
  'new DateTimeOffset': (call, evaluator) => lowerDate(call.node) ?? firstArgument(call, evaluator),
  'new StringBuilder': (call, evaluator) => ({
    kind: 'concat',
    parts: call.args.map((each) => evaluator.term(each)),
  }),
  Append: append,
  ComputeHash: computeHash,
  HashData: hashData,
  ToBase64String: base64OfFirst,
  UrlTokenEncode: ofFirst((of) => ({ kind: 'base64', of, plus: false, padding: true })),
  Base64UrlEncode: ofFirst(base64url),
  EncodeToString: ofFirst(base64url),
  EncodeToUtf8: ofFirst(base64),
  ToHexString: hexOfFirst,
  ToHexStringLower: hexOfFirst,
  GetBytes: ofFirst((of) => ({ kind: 'bytes', of: plain(of) })),
  GetString: ofFirst((of) => (of.kind === 'bytes' ? of.of : of)),
  Format: format,
  Concat: concat,
  Join: join,
  Trim: stripped,
  TrimEnd: stripped,
  Replace: stripped,
  ToLower: sameMac,
  ToLowerInvariant: sameMac,
  ToUpper: sameMac,
  ToString: toText,
  SerializeObject: jsonOfFirst,
  Serialize: jsonOfFirst,
  SerializeToUtf8Bytes: jsonOfFirst,
  ToInt64: firstArgument,
  ToInt32: firstArgument,
  ToUInt64: firstArgument,
  ToDouble: firstArgument,
  Parse: firstArgument,
  Floor: firstArgument,
  Round: firstArgument,
  Truncate: firstArgument,
  Ceiling: firstArgument,
}
