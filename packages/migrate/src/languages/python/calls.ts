import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { nowSeconds } from '../../terms/arithmetic.ts'
import { collected } from '../../terms/collections.ts'
import { base64, base64url, formatted, hex, joined, replaced } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { withJsonText } from '../../terms/json-text.ts'
import { type Entry, plain, type Term, type TermOf } from '../../terms/term.ts'
import {
  argument,
  firstArgument,
  ofFirst,
  pieces,
  receiverOf,
  textChange,
} from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { lowerHmac } from './hmac.ts'
import { stringOf } from './lower.ts'

const bytes = (of: Term): TermOf => ({ kind: 'bytes', of: plain(of) })

/** `base64.b64encode(x)` gives bytes. */
const encodedBytes =
  (make: (of: Term) => TermOf): CallLowering =>
  (call, evaluator) => {
    const of = argument(call, evaluator, 0)
    return of && { kind: 'bytes', of: evaluator.made(call.node, make(withJsonText(of, evaluator))) }
  }

/** `jwt.encode(payload, key)`; authlib has the header first. */
function jwtOf(call: Call, evaluator: Evaluator): TermOf | undefined {
  const [first, second, third] = call.args.map((node) => collected(evaluator.term(node)))
  const isHeader = first?.kind === 'object' && first.entries.some(({ name }) => name === 'alg')
  if (isHeader && second) return { kind: 'jwt', payload: second, key: third }
  return first && { kind: 'jwt', payload: first, key: second }
}

/** `dict(iss=key, exp=time)` */
const dict: CallLowering = (call, evaluator) => {
  const entries = call.args.flatMap((node): Entry[] => {
    const [name, value] = [node.get('name'), node.get('value')]
    return name && value ? [{ name: name.text, value: evaluator.term(value), node }] : []
  })
  return { kind: 'object', entries }
}

/** `x.encode()`; with an argument that is no name of an encoding, `jwt.encode(payload, key)`. */
const encode: CallLowering = (call, evaluator) => {
  const { receiver, args } = call
  if (receiver && /jwt$/i.test(receiver.text)) return jwtOf(call, evaluator)
  return receiver && args.length <= 2 ? bytes(evaluator.term(receiver)) : undefined
}

const decode: CallLowering = ({ receiver }, evaluator) => {
  const of = receiver && evaluator.term(receiver)
  return of?.kind === 'bytes' ? of.of : of
}

const stripped: CallLowering = textChange((call, evaluator) => {
  const of = receiverOf(call, evaluator)
  if (!of) return undefined
  const result = replaced(of, call.args[0]?.text ?? '')
  return of.kind === 'bytes' && result.kind === 'base64'
    ? { kind: 'bytes', of: evaluator.made(call.node, result) }
    : result
})

const join: CallLowering = (call, evaluator) => {
  const separator = call.receiver && stringOf(call.receiver)
  const given = argument(call, evaluator, 0)
  const list = given && collected(given)
  if (separator === undefined || list?.kind !== 'list') return undefined
  return joined(list.items, separator, pieces(call, evaluator))
}

/** `fields.append(x)` adds a list of one. */
const append: CallLowering = (call, evaluator) => {
  const item = argument(call, evaluator, 0)
  return item && call.args.length === 1 ? { kind: 'list', items: [item] } : undefined
}

/** `'{}.{}'.format(a, b)`, also with names. */
const format: CallLowering = (call, evaluator) => {
  const template = call.receiver && stringOf(call.receiver)
  if (template === undefined) return undefined
  const names = new Map<string, SyntaxNode>()
  const values: SyntaxNode[] = []
  for (const node of call.args) {
    const [name, value] = [node.get('name'), node.get('value')]
    if (node.type === 'keyword_argument' && name && value) names.set(name.text, value)
    else values.push(node)
  }
  const numbered = template.replace(/\{([A-Za-z_]\w*)/g, (whole, name: string) => {
    const value = names.get(name)
    return value ? `{${values.push(value) - 1}` : whole
  })
  const terms = values.map((node) => evaluator.term(node))
  return formatted(numbered, terms, pieces(call, evaluator))
}

const seconds: CallLowering = ({ receiver, args }) =>
  args.length === 0 && (receiver === undefined || /time|date|now/i.test(receiver.text))
    ? nowSeconds
    : undefined

export const calls: Readonly<Record<string, CallLowering>> = {
  b64encode: encodedBytes(base64),
  standard_b64encode: encodedBytes(base64),
  urlsafe_b64encode: encodedBytes((of) => ({ ...base64url(of), padding: true }) as TermOf),
  encodebytes: encodedBytes(base64),
  hexlify: encodedBytes(hex),
  bytes: ofFirst(bytes),
  bytearray: ofFirst(bytes),
  b: ofFirst(bytes),
  encode,
  decode,
  digest: lowerHmac,
  hexdigest: lowerHmac,
  rstrip: stripped,
  strip: stripped,
  replace: stripped,
  join,
  append,
  format,
  dumps: ofFirst((of) => ({ kind: 'json', of: collected(of) })),
  dict,
  str: ofFirst((of) => {
    const inner = plain(of)
    return inner.kind === 'opaque' || inner.kind === 'linear'
      ? { kind: 'string', of: inner }
      : inner
  }),
  map: (call, evaluator) =>
    call.args[0]?.text === 'str' ? argument(call, evaluator, 1) : undefined,
  int: firstArgument,
  round: firstArgument,
  float: firstArgument,
  floor: firstArgument,
  time: seconds,
  timestamp: seconds,
  timegm: () => nowSeconds,
  mktime: () => nowSeconds,
}
