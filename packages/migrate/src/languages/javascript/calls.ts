import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import { now } from '../../terms/arithmetic.ts'
import { collected } from '../../terms/collections.ts'
import {
  base64,
  base64url,
  encoded,
  formatted,
  hex,
  joined,
  replaced,
} from '../../terms/encodings.ts'
import { plain, type Term, type TermOf } from '../../terms/term.ts'
import {
  argument,
  base64OfFirst,
  firstArgument,
  ofFirst,
  pieces,
  receiverOf,
  textChange,
} from '../call-lowerings.ts'
import type { CallLowering } from '../language.ts'
import { callOf } from './call-of.ts'
import { encodeJwt } from './jwt-calls.ts'
import { stringOf } from './literals.ts'
import { nodeHmacCalls } from './node-hmac.ts'

/** `(message, key)`, crypto-js; the named function can be an import under any name. */
const hmacOfMessage: CallLowering = (call, evaluator) => {
  const message = argument(call, evaluator, 0)
  const key = argument(call, evaluator, 1)
  return message && key && { kind: 'hmac', key, message }
}

const hmacOfKey =
  (make: (of: Term) => Term | TermOf): CallLowering =>
  (call, evaluator) => {
    const key = argument(call, evaluator, 0)
    const message = argument(call, evaluator, 1)
    return key && message && make(evaluator.made(call.node, { kind: 'hmac', key, message }))
  }

/** `hmac(key, message)` of js-sha256; of Deno's library `hmac('sha256', key, message, …, encoding)`. */
const hmac: CallLowering = (call, evaluator) => {
  const [algorithm, keyNode, messageNode, , encoding] = call.args
  const name = algorithm && call.args.length > 2 ? stringOf(algorithm) : undefined
  if (name === undefined) return hmacOfKey(hex)(call, evaluator)
  if (!keyNode || !messageNode || !/^sha-?256$/i.test(name)) return undefined
  const [key, message] = [evaluator.term(keyNode), evaluator.term(messageNode)]
  const mac = evaluator.made(call.node, { kind: 'hmac', key, message })
  return encoded(mac, encoding && stringOf(encoding))
}

/** What a text in base64 or hex was made of. */
function decoded(of: Term, encoding: SyntaxNode | undefined): Term {
  const inner = plain(of)
  const isDecoded = encoding && /^(?:base64|base64url|hex)$/.test(stringOf(encoding) ?? '')
  return isDecoded && (inner.kind === 'base64' || inner.kind === 'hex') ? inner.of : of
}

/** `Buffer.from(a)`; more than two arguments are a mistake of a published sample. */
const bytes: CallLowering = (call, evaluator) => {
  if (call.args.length <= 2) {
    const [first, encoding] = call.args
    return !first || first.type === 'array' ? undefined : decoded(evaluator.term(first), encoding)
  }
  return { kind: 'list', items: call.args.map((node) => evaluator.term(node)) }
}

const toText: CallLowering = (call, evaluator) => {
  const of = receiverOf(call, evaluator)
  if (!of) return undefined
  const [format] = call.args
  if (!format) return of.kind === 'hmac' ? hex(of) : of
  return encoded(of, stringOf(format) ?? /\b(base64url|base64|hex)$/i.exec(format.text)?.[1])
}

/** `encoder.stringify(words)`, where the encoder says base64 or hex by its name or its import. */
const stringify: CallLowering = (call, evaluator) => {
  const of = argument(call, evaluator, 0)
  const receiver = call.receiver
  if (!of || !receiver) return undefined
  if (receiver.text === 'JSON') return { kind: 'json', of }
  const imported = evaluator.bindingOf(receiver)
  const name = `${imported?.module ?? ''} ${imported?.imported ?? ''} ${receiver.text}`
  if (/base64url/i.test(name)) return base64url(of)
  return encoded(of, /hex/i.test(name) ? 'hex' : 'base64')
}

/** `Base64.encode(x)`, `new TextEncoder().encode(x)`. */
const encode: CallLowering = (call, evaluator) => {
  const of = argument(call, evaluator, 0)
  const receiver = call.receiver
  if (!of || !receiver) return undefined
  const imported = evaluator.bindingOf(receiver)?.module ?? ''
  if (/base64url/i.test(`${receiver.text} ${imported}`)) return base64url(of)
  return /base64|b64/i.test(`${receiver.text} ${imported}`) ? base64(of) : of
}

const replace: CallLowering = textChange((call, evaluator) => {
  const of = receiverOf(call, evaluator)
  const pattern = call.args[0]?.text
  return of && pattern !== undefined ? replaced(of, pattern) : undefined
})

/** `fields.push(a, b)` adds a list of these. */
const push: CallLowering = ({ args }, evaluator) => ({
  kind: 'list',
  items: args.map((node) => evaluator.term(node)),
})

const join: CallLowering = (call, evaluator) => {
  const list = call.receiver && collected(evaluator.term(call.receiver))
  if (list?.kind === 'hex' || list?.kind === 'hmac') return list
  if (list?.kind !== 'list') return undefined
  const separator = call.args[0] ? stringOf(call.args[0]) : ','
  if (separator === undefined) return undefined
  return joined(list.items, separator, pieces(call, evaluator))
}

const concat: CallLowering = (call, evaluator) => {
  if (!call.receiver) return undefined
  return {
    kind: 'concat',
    parts: [call.receiver, ...call.args].map((node) => evaluator.term(node)),
  }
}

const time: CallLowering = ({ receiver, args }) =>
  args.length === 0 &&
  receiver &&
  /^(?:new Date\(\)|new Date|Date|\(new Date\(?\)?\)|moment\(\)|dayjs\(\))$/.test(receiver.text)
    ? now
    : undefined

const asString: CallLowering = (call, evaluator) => {
  const of = argument(call, evaluator, 0)
  return of && (of.kind === 'opaque' || of.kind === 'linear' ? { kind: 'string', of } : of)
}

/** `String.fromCharCode.apply(null, bytes)`. */
const apply: CallLowering = ({ receiver, args }, evaluator) => {
  const bytesNode = receiver?.text.endsWith('fromCharCode') ? args[1] : undefined
  return bytesNode && evaluator.term(bytesNode)
}

/** Bytes turned into text one by one: hex digits, or one character each. */
const byteByByte: CallLowering = ({ receiver, args }, evaluator) => {
  const of = receiver && evaluator.term(receiver)
  const how = args[0]?.text ?? ''
  if (!of) return undefined
  if (/toString\(16\)/.test(how)) return hex(of)
  return /fromCharCode/.test(how) ? of : undefined
}

/** `new Promise((resolve) => resolve(x))` is, once awaited, `x`. */
const promise: CallLowering = (call, evaluator) => {
  const [executor] = call.args
  const first = executor?.get('parameter') ?? executor?.get('parameters')?.namedChildren[0]
  const resolve = (first?.get('pattern') ?? first)?.text
  if (!executor || resolve === undefined) return undefined
  const answers = descendants(executor).flatMap((node) => {
    const inner = callOf(node)
    return inner?.name === resolve && !inner.receiver ? inner.args.slice(0, 1) : []
  })
  return evaluator.within(call, executor, new Map(), answers)
}

/** `util.format('%s.%s', a, b)`. */
const format: CallLowering = (call, evaluator) => {
  const [first, ...others] = call.args
  const template = first && stringOf(first)
  if (template === undefined || !/%[sdi]/.test(template)) return undefined
  return formatted(
    template,
    others.map((node) => evaluator.term(node)),
    pieces(call, evaluator),
  )
}

export const calls: Readonly<Record<string, CallLowering>> = {
  from: bytes,
  Buffer: bytes,
  toString: toText,
  stringify,
  encode: (call, evaluator) => encodeJwt(call, evaluator) ?? encode(call, evaluator),
  create: encodeJwt,
  encodeURI: (call, evaluator) => {
    const of = argument(call, evaluator, 0)
    return of && (call.receiver ? base64url(of) : of)
  },
  encodeURL: ofFirst(base64url),
  encodeBase64: base64OfFirst,
  toBase64: base64OfFirst,
  btoa: base64OfFirst,
  fromCharCode: (call, evaluator) => {
    const [only] = call.args
    const inner = only?.type === 'spread_element' ? only.namedChildren[0] : only
    return inner && evaluator.term(inner)
  },
  Uint8Array: firstArgument,
  parse: (call, evaluator) =>
    call.receiver?.text === 'JSON' ? undefined : firstArgument(call, evaluator),
  HmacSHA256: hmacOfMessage,
  hmacSHA256: hmacOfMessage,
  hmacSha256: hmacOfMessage,
  'hmac-sha256': hmacOfMessage,
  base64: hmacOfKey(base64),
  hmac,
  encodeSha256: hmacOfKey((of) => of),
  replace,
  replaceAll: replace,
  join,
  push,
  concat,
  trim: textChange(receiverOf),
  trimEnd: textChange(receiverOf),
  now: time,
  getTime: time,
  valueOf: time,
  floor: firstArgument,
  round: firstArgument,
  trunc: firstArgument,
  ceil: firstArgument,
  parseInt: firstArgument,
  Number: firstArgument,
  String: asString,
  encodeURIComponent: firstArgument,
  unescape: firstArgument,
  apply,
  map: byteByByte,
  reduce: byteByByte,
  format,
  sprintf: format,
  Promise: promise,
  ...nodeHmacCalls,
}
