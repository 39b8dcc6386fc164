import { formatted, hex, joined, replaced } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { plain, type Term, type TermOf } from '../../terms/term.ts'
import {
  argument,
  firstArgument,
  hexOfFirst,
  ofFirst,
  pieces,
  receiverOf,
  textChange,
} from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { stringOf } from './literals.ts'

function format(template: string, args: readonly Term[], call: Call, evaluator: Evaluator): TermOf {
  const [first] = args
  if (first && /^%0?2x$/i.test(template)) return hex(first)
  return formatted(template.replaceAll('%n', '\n'), args, pieces(call, evaluator))
}

/** `String.format("%s.%s", a, b)`, also with a locale in front. */
const stringFormat: CallLowering = (call, evaluator) => {
  const terms = call.args.map((node) => evaluator.term(node))
  const at = terms.findIndex(({ kind }) => kind === 'text')
  const template = terms[at]
  return template?.kind === 'text'
    ? format(template.value, terms.slice(at + 1), call, evaluator)
    : undefined
}

/** `"%s.%s".formatted(a, b)` */
const formattedText: CallLowering = (call, evaluator) => {
  const template = call.receiver && stringOf(call.receiver)
  if (template === undefined) return undefined
  return format(
    template,
    call.args.map((node) => evaluator.term(node)),
    call,
    evaluator,
  )
}

/** `String.join(".", a, b)`, also with the items in a list. */
const stringJoin: CallLowering = (call, evaluator) => {
  const [separator, ...items] = call.args.map((node) => evaluator.term(node))
  const [only] = items
  if (separator?.kind !== 'text' || !only) return undefined
  const all = only.kind === 'list' && items.length === 1 ? only.items : items
  return joined(all, separator.value, pieces(call, evaluator))
}

/** `Joiner.on(".").join(a, b)` and `Stream.of(a, b).collect(Collectors.joining("."))`. */
const collected: CallLowering = (call, evaluator) => {
  const inner = (call.name === 'join' ? call.receiver : call.args[0])?.get('arguments')
  const separator = inner?.namedChildren[0]
  const value = separator ? stringOf(separator) : ''
  const source = call.name === 'join' ? undefined : call.receiver
  const terms = source ? [evaluator.term(source)] : call.args.map((node) => evaluator.term(node))
  const [only] = terms
  if (value === undefined || (call.name === 'collect' && only?.kind !== 'list')) return undefined
  return joined(only?.kind === 'list' ? only.items : terms, value, pieces(call, evaluator))
}

/** `.map(String::valueOf)` leaves what is joined afterwards as it is. */
const eachAsText: CallLowering = (call, evaluator) =>
  /^(?:String::valueOf|Objects?::toString)$/.test(call.args[0]?.text ?? '')
    ? receiverOf(call, evaluator)
    : undefined

const list: CallLowering = (call, evaluator) => ({
  kind: 'list',
  items: call.args.map((node) => evaluator.term(node)),
})

/** A quantifier is no plus sign to be replaced. */
const stripped: CallLowering = textChange((call, evaluator) => {
  const of = receiverOf(call, evaluator)
  const pattern = (call.args[0]?.text ?? '').replace(/=\+/g, '=').replace(/\]\+/g, ']')
  return of && replaced(of, pattern)
})

const sameText: CallLowering = textChange(receiverOf)

/** `text.append(x)` and `text.concat(x)`. */
const appended: CallLowering = (call, evaluator) => {
  const before = receiverOf(call, evaluator)
  const after = argument(call, evaluator, 0)
  return before && after && { kind: 'concat', parts: [before, after] }
}

const newText: CallLowering = (call, evaluator) => {
  const first = argument(call, evaluator, 0)
  return { kind: 'concat', parts: first && first.kind !== 'linear' ? [first] : [] }
}

function hidden(of: Term): Term | TermOf {
  if (of.kind === 'object') return { kind: 'json', of }
  return of.kind === 'opaque' || of.kind === 'linear' ? { kind: 'string', of } : of
}

const toText: CallLowering = (call, evaluator) =>
  call.receiver && hidden(plain(evaluator.term(call.receiver)))

const firstToText = ofFirst((of) => hidden(plain(of)))

const getBytes: CallLowering = (call, evaluator) => {
  const of = receiverOf(call, evaluator)
  return of && { kind: 'bytes', of: of.kind === 'string' ? of : plain(of) }
}

export const textCalls: Readonly<Record<string, CallLowering>> = {
  'String.format': stringFormat,
  'MessageFormat.format': stringFormat,
  formatted: formattedText,
  'String.join': stringJoin,
  'StringUtils.join': (call, evaluator) =>
    stringJoin({ ...call, args: [...call.args.slice(1), ...call.args.slice(0, 1)] }, evaluator),
  join: collected,
  collect: collected,
  'Arrays.asList': list,
  'List.of': list,
  'Stream.of': list,
  map: eachAsText,
  append: appended,
  concat: appended,
  'new StringBuilder': newText,
  'new StringBuffer': newText,
  'new String': ofFirst(plain),
  'StringUtils.newStringUtf8': ofFirst(plain),
  'StringUtils.getBytesUtf8': ofFirst((of) => ({ kind: 'bytes', of: plain(of) })),
  getBytes,
  toString: toText,
  'String.valueOf': firstToText,
  'Long.toString': firstToText,
  'Integer.toString': firstToText,
  'Objects.toString': firstToText,
  'Hex.encodeHexString': hexOfFirst,
  'Hex.encodeHex': hexOfFirst,
  'DatatypeConverter.printHexBinary': hexOfFirst,
  formatHex: hexOfFirst,
  'Integer.toHexString': hexOfFirst,
  replace: stripped,
  replaceAll: stripped,
  replaceFirst: stripped,
  'StringUtils.stripEnd': textChange((call, evaluator) => {
    const of = argument(call, evaluator, 0)
    return of && replaced(of, call.args[1]?.text ?? '')
  }),
  trim: sameText,
  strip: sameText,
  toLowerCase: sameText,
  intern: receiverOf,
  'Integer.parseInt': ofFirst(plain),
  'Integer.valueOf': ofFirst(plain),
  'Long.parseLong': ofFirst(plain),
  'Long.valueOf': ofFirst(plain),
  intValue: receiverOf,
  longValue: receiverOf,
  orElse: sameText,
  'Objects.requireNonNull': firstArgument,
}
