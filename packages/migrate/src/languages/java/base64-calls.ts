import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { withJsonText } from '../../terms/json-text.ts'
import type { Term, TermOf } from '../../terms/term.ts'
import { argument } from '../call-lowerings.ts'
import type { Call, CallLowering } from '../language.ts'
import { entryNode } from './entry-node.ts'

interface Alphabet {
  readonly plus: boolean
  readonly padding: boolean
}

const standard: Alphabet = { plus: true, padding: true }
const urlSafe: Alphabet = { plus: false, padding: true }
const unpadded: Alphabet = { plus: false, padding: false }

const makers: Readonly<Record<string, Alphabet>> = {
  'Base64.getEncoder': standard,
  'Base64.getMimeEncoder': standard,
  'Base64.getUrlEncoder': urlSafe,
  'BaseEncoding.base64': standard,
  'BaseEncoding.base64Url': urlSafe,
  'new BASE64Encoder': standard,
  'new Base64': standard,
}

const constants: Readonly<Record<string, Alphabet>> = {
  'Encoders.BASE64': standard,
  'Encoders.BASE64URL': unpadded,
  'TextCodec.BASE64': standard,
  'TextCodec.BASE64URL': unpadded,
}

/** What an encoder object makes: `Base64.getUrlEncoder().withoutPadding()`, also through a name. */
function alphabetOf(node: SyntaxNode, evaluator: Evaluator, depth = 0): Alphabet | undefined {
  evaluator.term(node)
  const known = constants[node.text]
  const call = evaluator.callOf(node)
  if (known || depth > 4) return known
  if (call?.name === 'new Base64' && call.args[0]?.text === 'true') return unpadded
  if (call?.receiver && /^(?:withoutPadding|omitPadding)$/.test(call.name)) {
    const inner = alphabetOf(call.receiver, evaluator, depth + 1)
    return inner && { ...inner, padding: false }
  }
  if (call) return makers[call.name]
  const value = evaluator.bindingOf(node)?.value
  return value && value !== node ? alphabetOf(value, evaluator, depth + 1) : undefined
}

function encodedFirst(call: Call, evaluator: Evaluator, alphabet: Alphabet): TermOf | undefined {
  const of = argument(call, evaluator, 0)
  return of && { kind: 'base64', of: withJsonText(of, evaluator, entryNode), ...alphabet }
}

const bytesOf = (call: Call, evaluator: Evaluator, of: TermOf | undefined): TermOf | undefined =>
  of && { kind: 'bytes', of: evaluator.made(call.node, of) }

function text(alphabet: Alphabet): CallLowering {
  return (call, evaluator) => encodedFirst(call, evaluator, alphabet)
}

function bytes(alphabet: Alphabet): CallLowering {
  return (call, evaluator) => bytesOf(call, evaluator, encodedFirst(call, evaluator, alphabet))
}

/** `encoder.encodeToString(x)` */
const encodeToString: CallLowering = (call, evaluator) => {
  const alphabet = call.receiver && alphabetOf(call.receiver, evaluator)
  return alphabet && encodedFirst(call, evaluator, alphabet)
}

/** `encoder.encode(x)`: bytes from the JDK's encoder, text from those of other libraries. */
const encode: CallLowering = (call, evaluator): Term | TermOf | undefined => {
  const alphabet = call.receiver && alphabetOf(call.receiver, evaluator)
  const of = alphabet && encodedFirst(call, evaluator, alphabet)
  const givesText = /BASE64|BaseEncoding/.test(call.receiver?.text ?? '')
  return givesText ? of : bytesOf(call, evaluator, of)
}

/** Android's `Base64.encodeToString(x, Base64.URL_SAFE | Base64.NO_PADDING)`. */
const withFlags: CallLowering = (call, evaluator) => {
  const flags = call.args[1]?.text ?? ''
  return encodedFirst(call, evaluator, {
    plus: !flags.includes('URL_SAFE'),
    padding: !flags.includes('NO_PADDING'),
  })
}

export const base64Calls: Readonly<Record<string, CallLowering>> = {
  encodeToString,
  encode,
  encodeAsString: encodeToString,
  'Base64.encode': text(standard),
  'Base64.encodeToString': withFlags,
  'Base64.encodeBytes': text(standard),
  'Base64.toBase64String': text(standard),
  'Base64.encodeBase64': bytes(standard),
  'Base64.encodeBase64String': text(standard),
  'Base64.encodeBase64URLSafe': bytes(unpadded),
  'Base64.encodeBase64URLSafeString': text(unpadded),
  'Base64Utils.encode': bytes(standard),
  'Base64Utils.encodeToString': text(standard),
  'Base64Utils.encodeToUrlSafeString': text(urlSafe),
  'DatatypeConverter.printBase64Binary': text(standard),
}
