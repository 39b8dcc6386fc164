import { now, nowSeconds } from '../../terms/arithmetic.ts'
import { collected } from '../../terms/collections.ts'
import { base64, formatted, hex, joined, replaced } from '../../terms/encodings.ts'
import { withJsonText } from '../../terms/json-text.ts'
import { plain } from '../../terms/term.ts'
import {
  argument,
  firstArgument,
  hexOfFirst,
  ofFirst,
  pieces,
  textChange,
} from '../call-lowerings.ts'
import type { CallLowering } from '../language.ts'
import { stringOf } from './lower.ts'

const base64Encode: CallLowering = (call, evaluator) => {
  const of = argument(call, evaluator, 0)
  return of && base64(withJsonText(of, evaluator))
}

const hashHmac: CallLowering = (call, evaluator) => {
  const algorithm = argument(call, evaluator, 0)
  const message = argument(call, evaluator, 1)
  const key = argument(call, evaluator, 2)
  const raw = call.args[3]
  if (algorithm?.kind !== 'text' || !/^sha-?256$/i.test(algorithm.value) || !message || !key)
    return undefined
  const mac = evaluator.made(call.node, { kind: 'hmac', key, message })
  return raw && /^(?:true|1)$/i.test(raw.text) ? mac : hex(mac)
}

/** `rtrim($x, '=')`, `strtr($x, '+/', '-_')`. */
const stripped: CallLowering = textChange((call, evaluator) => {
  const of = argument(call, evaluator, 0)
  return of && replaced(of, call.args[1]?.text ?? '')
})

/** `str_replace(['+', '/', '='], ['-', '_', ''], $x)`. */
const strReplace: CallLowering = textChange((call, evaluator) => {
  const of = argument(call, evaluator, 2)
  return of && replaced(of, call.args[0]?.text ?? '')
})

const implode: CallLowering = (call, evaluator) => {
  const terms = call.args.map((node) => collected(evaluator.term(node)))
  const list = terms.find(({ kind }) => kind === 'list')
  const separator = terms.find(({ kind }) => kind === 'text')
  if (list?.kind !== 'list') return undefined
  const text = separator?.kind === 'text' ? separator.value : ''
  return joined(list.items, text, pieces(call, evaluator))
}

const sprintf: CallLowering = (call, evaluator) => {
  const [first, ...others] = call.args
  const template = first && stringOf(first.namedChildren[0] ?? first)
  if (template === undefined) return undefined
  return formatted(
    template,
    others.map((node) => evaluator.term(node)),
    pieces(call, evaluator),
  )
}

/** `JWT::encode($payload, $secret, 'HS256')`. */
const jwtEncode: CallLowering = (call, evaluator) => {
  const payload = argument(call, evaluator, 0)
  const key = argument(call, evaluator, 1)
  return /JWT$/.test(call.receiver?.text ?? '') && payload
    ? { kind: 'jwt', payload: collected(payload), key }
    : undefined
}

export const calls: Readonly<Record<string, CallLowering>> = {
  hash_hmac: hashHmac,
  base64_encode: base64Encode,
  bin2hex: hexOfFirst,
  json_encode: ofFirst((of) => ({ kind: 'json', of: collected(of) })),
  rtrim: stripped,
  trim: stripped,
  strtr: stripped,
  str_replace: strReplace,
  implode,
  join: implode,
  sprintf,
  encode: jwtEncode,
  time: () => nowSeconds,
  microtime: () => nowSeconds,
  getTimestamp: () => nowSeconds,
  getTimestampMs: () => now,
  strval: ofFirst((of) => (of.kind === 'opaque' ? { kind: 'string', of } : of)),
  utf8_encode: firstArgument,
  mb_convert_encoding: firstArgument,
  round: firstArgument,
  floor: firstArgument,
  ceil: firstArgument,
  intval: ofFirst(plain),
  number_format: firstArgument,
}
