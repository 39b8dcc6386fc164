import { base64, hex, replaced } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { plain, type Term, type TermOf } from '../../terms/term.ts'
import { firstArgument, joinOf, ofFirst, receiverOf, textChange } from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { format } from './format.ts'
import { stringOf } from './literals.ts'

const urlSafe: CallLowering = (call, evaluator) => {
  const [first, options] = call.args
  const padding = !/padding(?::|.*=>)\s*false/.test(options?.text ?? '')
  return first && { kind: 'base64', of: evaluator.term(first), plus: false, padding }
}

/** `[x].pack('m0')` is base64, `[x].pack('H*')` bytes from hex. */
const pack: CallLowering = (call, evaluator) => {
  const list = receiverOf(call, evaluator)
  const directive = call.args[0] && stringOf(call.args[0])
  const [first] = list?.kind === 'list' ? list.items : []
  return first && directive?.startsWith('m') ? base64(first) : undefined
}

const unpack: CallLowering = (call, evaluator) => {
  const of = receiverOf(call, evaluator)
  const directive = call.args[0] && stringOf(call.args[0])
  return of && directive?.startsWith('H') ? hex(of) : undefined
}

const stripped: CallLowering = textChange((call, evaluator) => {
  const of = receiverOf(call, evaluator)
  return of && replaced(of, (call.args[0]?.text ?? '').replace(/\\n/g, ''))
})

/** `[a, b].map { |part| encode(part) }`: what the block makes of each item. */
const map: CallLowering = (call, evaluator) => {
  const list = receiverOf(call, evaluator)
  if (list?.kind !== 'list') return undefined
  const passed = call.args[0]?.text ?? ''
  if (/^&:(?:to_s|to_str|itself)$/.test(passed)) return list
  const block = call.node.get('block')
  const body = block?.get('body')?.namedChildren.at(-1)
  const name = block?.get('parameters')?.namedChildren[0]?.text
  if (!block || !body || !name) return undefined
  const items = list.items.map(
    (item) => evaluator.within(call, block, new Map([[name, item]]), [body]) ?? item,
  )
  return { kind: 'list', items }
}

/** `[a, b].reduce(:+)` */
const summed: CallLowering = (call, evaluator) => {
  const list = receiverOf(call, evaluator)
  const isSum = /^(?:&?:\+|''|"")$/.test(call.args[0]?.text ?? '')
  return list?.kind === 'list' && isSum ? { kind: 'concat', parts: list.items } : undefined
}

const sprintf: CallLowering = (call, evaluator) => {
  const [first, ...others] = call.args
  const template = first && stringOf(first)
  return template === undefined ? undefined : format(template, others, call.node, evaluator)
}

const concat: CallLowering = (call, evaluator) => {
  if (!call.receiver) return undefined
  const parts = [call.receiver, ...call.args].map((node) => evaluator.term(node))
  return { kind: 'concat', parts }
}

const newText: CallLowering = (call, evaluator) => ({
  kind: 'concat',
  parts: call.args.slice(0, 1).map((node) => evaluator.term(node)),
})

const toText = (call: Call, evaluator: Evaluator): Term | TermOf | undefined => {
  const of = call.receiver && plain(evaluator.term(call.receiver))
  return of?.kind === 'opaque' || of?.kind === 'linear' ? { kind: 'string', of } : of
}

const toJson: CallLowering = (call, evaluator) =>
  call.receiver && { kind: 'json', of: evaluator.term(call.receiver) }

const json = ofFirst((of) => ({ kind: 'json', of }))

const unchanged = [
  ...['b', 'encode', 'force_encoding', 'unicode_normalize', 'freeze', 'dup', 'html_safe', '+@'],
  ...['to_sym', 'presence', 'itself', 'to_str'],
  ...['compact', 'flatten', 'to_h', 'with_indifferent_access', 'stringify_keys', 'symbolize_keys'],
]
const stripping = [
  ...['gsub', 'sub', 'tr', 'tr_s', 'delete', 'delete_suffix', 'chomp'],
  ...['strip', 'rstrip', 'lstrip', 'squish'],
]

export const textCalls: Readonly<Record<string, CallLowering>> = {
  ...Object.fromEntries(unchanged.map((name) => [name, receiverOf])),
  ...Object.fromEntries(stripping.map((name) => [name, stripped])),
  'Base64.encode64': ofFirst(base64),
  'Base64.strict_encode64': ofFirst(base64),
  'Base64.urlsafe_encode64': urlSafe,
  pack,
  unpack,
  unpack1: unpack,
  join: joinOf(stringOf),
  map,
  collect: map,
  reduce: summed,
  inject: summed,
  sum: summed,
  'format()': sprintf,
  'sprintf()': sprintf,
  'String.new': newText,
  concat,
  to_s: toText,
  'String()': firstArgument,
  'Integer()': ofFirst(plain),
  to_json: toJson,
  'JSON.generate': json,
  'JSON.dump': json,
  'ActiveSupport::JSON.encode': json,
  'MultiJson.dump': json,
  'Oj.dump': json,
}
