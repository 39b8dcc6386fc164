import { formatted, hex, joined, replaced } from '../../terms/encodings.ts'
import { plain } from '../../terms/term.ts'
import { argument, firstArgument, jsonOfFirst, ofFirst, pieces } from '../call-lowerings.ts'
import type { CallLowering } from '../language.ts'
import { packageOf } from './call-of.ts'
import { lowerSum } from './hmac.ts'
import { jwtCalls } from './jwt-calls.ts'
import { stringOf } from './strings.ts'
import { timeCalls } from './time.ts'

const text = ofFirst((of) =>
  of.kind === 'opaque' || of.kind === 'linear' ? { kind: 'string', of } : of,
)

/** `base64.StdEncoding.EncodeToString(x)`, `hex.EncodeToString(x)` */
const encodeToString: CallLowering = (call, evaluator) => {
  const of = argument(call, evaluator, 0)
  const encoding = call.receiver?.text ?? ''
  if (!of || !/^(?:\w+\.)?(?:Raw)?(?:Std|URL)Encoding\b/.test(encoding))
    return of && (packageOf(call) === 'hex' ? hex(of) : undefined)
  const padding = !/\bRaw|NoPadding/.test(encoding)
  return { kind: 'base64', of, plus: !encoding.includes('URL'), padding }
}

const sprintf: CallLowering = (call, evaluator) => {
  const [first, ...others] = call.args
  const template = first && stringOf(first)
  if (template === undefined) return undefined
  const values = others.map((each) => evaluator.term(each))
  const [value] = values
  if (template === '%x' && value) return hex(value)
  return formatted(template, values, pieces(call, evaluator))
}

/** `fmt.Sprint(a)`; of several values it puts spaces between some. */
const sprint: CallLowering = (call, evaluator) =>
  call.args.length === 1
    ? text(call, evaluator)
    : { kind: 'concat', parts: call.args.map((each) => evaluator.term(each)) }

const join: CallLowering = (call, evaluator) => {
  const [list, separator] = call.args.map((each) => evaluator.term(each))
  return list?.kind === 'list' && separator?.kind === 'text'
    ? joined(list.items, separator.value, pieces(call, evaluator))
    : undefined
}

/** `strings.TrimRight(x, "=")`; anything but base64 is left as unknown. */
const stripped: CallLowering = (call, evaluator) => {
  const replacer = /NewReplacer\((.*)\)$/s.exec(call.receiver?.text ?? '')?.[1]
  const of = argument(call, evaluator, 0)
  const inner = of && plain(of)
  if (!inner || !/^(?:base64|hex)$/.test(inner.kind)) return undefined
  return replaced(inner, replacer ?? call.args[1]?.text ?? '')
}

export const calls: Readonly<Record<string, CallLowering>> = {
  ...timeCalls,
  ...jwtCalls,
  Sum: lowerSum,
  EncodeToString: encodeToString,
  Sprintf: sprintf,
  Sprint: sprint,
  Join: join,
  TrimRight: stripped,
  TrimSuffix: stripped,
  Trim: stripped,
  Replace: stripped,
  ReplaceAll: stripped,
  Marshal: jsonOfFirst,
  '[]byte': ofFirst((of) => ({ kind: 'bytes', of: plain(of) })),
  string: ofFirst((of) => (of.kind === 'bytes' ? of.of : of)),
  Itoa: text,
  FormatInt: text,
  FormatUint: text,
  FormatFloat: text,
  ParseInt: firstArgument,
  Atoi: firstArgument,
  int: firstArgument,
  int32: firstArgument,
  int64: firstArgument,
  uint64: firstArgument,
  float64: firstArgument,
  Floor: firstArgument,
}
