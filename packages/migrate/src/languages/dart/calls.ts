import { hex, replaced } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { plain, type Term, type TermOf } from '../../terms/term.ts'
import {
  argument,
  firstArgument,
  hexOfFirst,
  joinOf,
  jsonOfFirst,
  ofFirst,
  receiverOf,
  textChange,
} from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { parametersOf, returnsOf } from './functions.ts'
import { jwtCalls } from './jwt-calls.ts'
import { stringOf } from './literals.ts'
import { timeCalls } from './time-calls.ts'

const encode64 = (plus: boolean): CallLowering =>
  ofFirst((of) => ({ kind: 'base64', of, plus, padding: true }))

const asBytes: CallLowering = ofFirst((of) => ({ kind: 'bytes', of: plain(of) }))

/** `Hmac(sha256, key)`, which has no message yet. */
const newHmac: CallLowering = (call, evaluator) => {
  const [hash, key] = call.args
  const message = evaluator.made(call.node, { kind: 'concat', parts: [] })
  return key && /\bsha256$/.test(hash?.text ?? '')
    ? { kind: 'hmac', key: evaluator.term(key), message }
    : undefined
}

/** `hmac.convert(bytes)`, and what the encoders of `dart:convert` make. */
const convert: CallLowering = (call, evaluator) => {
  const mac = receiverOf(call, evaluator)
  const of = argument(call, evaluator, 0)
  const maker = call.receiver?.text ?? ''
  if (!of) return undefined
  if (mac?.kind === 'hmac') return { kind: 'hmac', key: mac.key, message: of }
  if (/utf8\.encoder|Utf8Encoder/.test(maker)) return { kind: 'bytes', of: plain(of) }
  if (/JsonEncoder|json\.encoder/.test(maker)) return { kind: 'json', of }
  const isUrl = /base64Url|urlSafe/.test(maker)
  return /base64|Base64/.test(maker)
    ? { kind: 'base64', of, plus: !isUrl, padding: true }
    : undefined
}

/** A digest's text is hex. */
const toText: CallLowering = (call, evaluator): Term | TermOf | undefined => {
  const of = receiverOf(call, evaluator)
  const inner = of && plain(of)
  if (inner?.kind === 'hmac') return hex(inner)
  return inner?.kind === 'opaque' || inner?.kind === 'linear'
    ? { kind: 'string', of: inner }
    : inner
}

/** `replaceAll('=', '')`, `replaceAll(RegExp(r'=+$'), '')`, `split('=').first` */
const stripped: CallLowering = textChange((call, evaluator) => {
  const of = receiverOf(call, evaluator)
  const pattern = call.args[0]?.text ?? ''
  return of && replaced(of, pattern.replace(/=\+/g, '=').replace(/\]\+/g, ']'))
})

/** `[a, b].map((part) => encode(part))`; of bytes, their digits. */
const map: CallLowering = (call, evaluator) => {
  const list = receiverOf(call, evaluator)
  const [by] = call.args
  if (list?.kind !== 'list' || by?.type !== 'function_expression') return list
  const [name = ''] = parametersOf(by)
  const answers = returnsOf(by)
  const items = list.items.map(
    (item) => evaluator.within(call, by, new Map([[name, item]]), answers) ?? item,
  )
  return { kind: 'list', items }
}

const newText: CallLowering = (call, evaluator) => ({
  kind: 'concat',
  parts: call.args.slice(0, 1).map((node) => evaluator.term(node)),
})

/** `text.write(x)` */
const written: CallLowering = (call, evaluator) => {
  const before = receiverOf(call, evaluator)
  const more = argument(call, evaluator, 0)
  return before && more && { kind: 'concat', parts: [before, more] }
}

const toNumber: CallLowering = ofFirst(plain)

const changing = ['trim', 'toLowerCase', 'get first']
const unchanged = [
  ...['get bytes', 'toList', 'cast'],
  ...['round', 'floor', 'toInt', 'truncate', 'get hexDigest'],
]

/** Without a prototype: a function named as one that objects have must not be found there. */
export const calls: Readonly<Record<string, CallLowering>> = Object.assign(
  Object.create(null) as Record<string, CallLowering>,
  timeCalls,
  jwtCalls,
  Object.fromEntries(unchanged.map((name) => [name, receiverOf])),
  Object.fromEntries(changing.map((name) => [name, textChange(receiverOf)])),
  {
    'Hmac()': newHmac,
    convert,
    'utf8.encode': asBytes,
    'ascii.encode': asBytes,
    'latin1.encode': asBytes,
    'get codeUnits': (call: Call, evaluator: Evaluator): TermOf | undefined => {
      const of = receiverOf(call, evaluator)
      return of && { kind: 'bytes', of: plain(of) }
    },
    'Uint8List.fromList': firstArgument,
    'base64.encode': encode64(true),
    'base64Encode()': encode64(true),
    'base64Url.encode': encode64(false),
    'base64UrlEncode()': encode64(false),
    'hex.encode': hexOfFirst,
    'HEX.encode': hexOfFirst,
    'json.encode': jsonOfFirst,
    'jsonEncode()': jsonOfFirst,
    'int.parse': toNumber,
    'num.parse': toNumber,
    'StringBuffer()': newText,
    toString: toText,
    write: written,
    replaceAll: stripped,
    replaceFirst: stripped,
    split: stripped,
    join: joinOf(stringOf),
    map,
  },
)
