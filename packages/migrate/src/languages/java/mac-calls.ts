import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { hex } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term, TermOf } from '../../terms/term.ts'
import { argument, firstArgument, receiverOf } from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { declaredType } from './declared-type.ts'

type Mac = Extract<TermOf, { kind: 'hmac' }>

function isSha256(node: SyntaxNode | undefined, evaluator: Evaluator): boolean {
  const term = node && evaluator.term(node)
  const text = term?.kind === 'text' ? term.value : (node?.text ?? '')
  return /hmac_?-?sha_?-?256/i.test(text)
}

const nothing = (call: Call, evaluator: Evaluator): Term =>
  evaluator.made(call.node, { kind: 'concat', parts: [] })

/** `Mac.getInstance("HmacSHA256")`, which has neither key nor message yet. */
const getInstance: CallLowering = (call, evaluator) =>
  isSha256(call.args[0], evaluator)
    ? { kind: 'hmac', key: evaluator.opaque(call.node), message: nothing(call, evaluator) }
    : undefined

const init: CallLowering = (call, evaluator) => {
  const mac = receiverOf(call, evaluator)
  const key = argument(call, evaluator, 0)
  return mac?.kind === 'hmac' && key ? { kind: 'hmac', key, message: mac.message } : mac
}

function updated(mac: Mac, message: Term, node: SyntaxNode, evaluator: Evaluator): TermOf {
  const isFirst = mac.message.kind === 'concat' && mac.message.parts.length === 0
  const whole: TermOf = { kind: 'concat', parts: [mac.message, message] }
  return { kind: 'hmac', key: mac.key, message: isFirst ? message : evaluator.made(node, whole) }
}

/** `mac.update(x)` and `mac.doFinal(x)`: the message grows. */
const update: CallLowering = (call, evaluator) => {
  const mac = receiverOf(call, evaluator)
  const message = argument(call, evaluator, 0)
  return mac?.kind === 'hmac' && message ? updated(mac, message, call.node, evaluator) : mac
}

/** Keys and messages that commons-codec takes as text too. */
function asBytes(node: SyntaxNode, evaluator: Evaluator): Term {
  const of = evaluator.term(node)
  const isText = of.kind === 'opaque' && declaredType(node, evaluator) === 'String'
  return isText ? evaluator.made(node, { kind: 'bytes', of }) : of
}

function hmacUtils(isHex: boolean): CallLowering {
  return (call, evaluator) => {
    const [key, message] = call.args
    if (!key || !message) return undefined
    const mac = evaluator.made(call.node, {
      kind: 'hmac',
      key: asBytes(key, evaluator),
      message: asBytes(message, evaluator),
    })
    return isHex ? hex(mac) : mac
  }
}

/** `new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(message)`. */
const newHmacUtils: CallLowering = (call, evaluator) => {
  const [algorithm, key] = call.args
  return key && isSha256(algorithm, evaluator)
    ? { kind: 'hmac', key: asBytes(key, evaluator), message: nothing(call, evaluator) }
    : undefined
}

/** Guava's `Hashing.hmacSha256(key).hashString(message, UTF_8)`. */
const hashing: CallLowering = (call, evaluator) => {
  const key = argument(call, evaluator, 0)
  return key && { kind: 'hmac', key, message: nothing(call, evaluator) }
}

const updatedHex: CallLowering = (call, evaluator) => {
  const mac = update(call, evaluator)
  return mac && hex(evaluator.made(call.node, mac))
}

export const macCalls: Readonly<Record<string, CallLowering>> = {
  'Mac.getInstance': getInstance,
  init,
  update,
  doFinal: update,
  'new SecretKeySpec': firstArgument,
  'Keys.hmacShaKeyFor': firstArgument,
  'HmacUtils.hmacSha256': hmacUtils(false),
  'HmacUtils.hmacSha256Hex': hmacUtils(true),
  'HmacUtils.getInitializedMac': newHmacUtils,
  'HmacUtils.getHmacSha256': hashing,
  'new HmacUtils': newHmacUtils,
  hmac: update,
  hmacHex: updatedHex,
  'Hashing.hmacSha256': hashing,
  hashString: update,
  hashBytes: update,
  asBytes: receiverOf,
}

/** Those that end with the MAC. */
export const macNames: ReadonlySet<string> = new Set([
  'doFinal',
  'hmac',
  'hmacHex',
  'hashString',
  'hashBytes',
  'HmacUtils.hmacSha256',
  'HmacUtils.hmacSha256Hex',
])
