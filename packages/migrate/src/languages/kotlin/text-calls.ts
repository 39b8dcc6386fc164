import { hex, joined, replaced } from '../../terms/encodings.ts'
import { plain } from '../../terms/term.ts'
import { pieces, receiverOf, textChange } from '../call-lowerings.ts'
import { textCalls as javaTextCalls } from '../java/text-calls.ts'
import type { CallLowering } from '../language.ts'
import { lambdaOf } from './call-of.ts'
import { stringOf } from './literals.ts'

/** Bytes as two digits each, however they are written. */
const hexPair = /["']%0?2[xX]["']|toString\(16\)/

/** `listOf(a, b).joinToString(".")`, and `mac.joinToString("") { "%02x".format(it) }`. */
const joinToString: CallLowering = (call, evaluator) => {
  const of = receiverOf(call, evaluator)
  const block = lambdaOf(call.node)
  if (of && of.kind !== 'list') return hexPair.test(call.node.text) ? hex(of) : undefined
  const [first] = call.args
  const separator = first ? stringOf(first) : ', '
  const isPlain = !block || /^\{\s*it(?:\.toString\(\))?\s*\}$/.test(block.text)
  if (!of || separator === undefined || !isPlain) return undefined
  return joined(of.items, separator, pieces(call, evaluator))
}

/** `bytes.fold("") { text, byte -> text + "%02x".format(byte) }` */
const folded: CallLowering = (call, evaluator) => {
  const of = receiverOf(call, evaluator)
  return of && hexPair.test(call.node.text) ? hex(of) : undefined
}

const trimmed: CallLowering = textChange((call, evaluator) => {
  const of = receiverOf(call, evaluator)
  return of && (call.args[0] ? replaced(of, call.args[0].text) : of)
})

const list: CallLowering = (call, evaluator) => ({
  kind: 'list',
  items: call.args.map((node) => evaluator.term(node)),
})

/** `x.let { f(it) }` and `with`-like blocks whose last line is the value. */
const let_: CallLowering = (call, evaluator) => {
  const of = receiverOf(call, evaluator)
  const block = lambdaOf(call.node)
  const body = block?.namedChildren.find(({ type }) => type === 'statements')?.namedChildren.at(-1)
  const named = block?.namedChildren.find(({ type }) => type === 'lambda_parameters')?.text
  if (!of || !block || !body) return undefined
  return evaluator.within(call, block, new Map([[named ?? 'it', of]]), [body])
}

const toNumber: CallLowering = (call, evaluator) => {
  const of = receiverOf(call, evaluator)
  return of && plain(of)
}

const unchanged = ['toList', 'toTypedArray']
const changing = ['orEmpty', 'lowercase', 'uppercase', 'trimIndent']

export const textCalls: Readonly<Record<string, CallLowering>> = {
  ...javaTextCalls,
  ...Object.fromEntries(unchanged.map((name) => [name, receiverOf])),
  ...Object.fromEntries(changing.map((name) => [name, textChange(receiverOf)])),
  toByteArray: javaTextCalls.getBytes as CallLowering,
  encodeToByteArray: javaTextCalls.getBytes as CallLowering,
  decodeToString: toNumber,
  format: javaTextCalls.formatted as CallLowering,
  'listOf()': list,
  'arrayOf()': list,
  'mutableListOf()': list,
  joinToString,
  fold: folded,
  toHexString: (call, evaluator) => {
    const of = receiverOf(call, evaluator)
    return of && hex(of)
  },
  trimEnd: trimmed,
  removeSuffix: trimmed,
  dropLastWhile: trimmed,
  filterNot: trimmed,
  plus: javaTextCalls.concat as CallLowering,
  let: let_,
  toInt: toNumber,
  toLong: toNumber,
  toDouble: toNumber,
}
