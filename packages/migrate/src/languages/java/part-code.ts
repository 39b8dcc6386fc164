import type { WriteContext } from '../../rewrite/signature-template.ts'
import { plain, type Term } from '../../terms/term.ts'
import { declaredType } from './declared-type.ts'

const simple = /^[\w.]+(?:\([^()]*\))?(?:\.\w+\([^()]*\))*$/
const whole = /^(?:int|long|short|byte|Integer|Long|Short|Byte|BigInteger)$/

function isPiece(term: Term): boolean {
  return term.kind === 'text' && term.piece === true
}

/** The code of a part: literals in the middle of a longer one get quotes of their own. */
function codeOf(term: Term): string {
  const { text } = term.node
  if (term.kind === 'text' && term.piece)
    return `"${term.value.replace(/["\\]/g, String.raw`\$&`)}"`
  return simple.test(text) || term.node.type === 'string_literal' ? text : `(${text})`
}

function typeOf(term: Term, { evaluator }: WriteContext): string | undefined {
  return isPiece(term) ? 'String' : declaredType(term.node, evaluator)
}

function asText(term: Term, context: WriteContext): string {
  if (typeOf(term, context) === 'String') return codeOf(term)
  return `String.valueOf(${term.node.text})`
}

/** The key as it can stand in JSON text. */
export function keyCode(key: Term, context: WriteContext): string {
  const inner = plain(key)
  const isPlain = inner.kind === 'text' && /^[\w-]*$/.test(inner.value)
  if (isPlain && (isPiece(inner) || inner.node.type === 'string_literal')) return codeOf(inner)
  const escaped = String.raw`.replace("\\", "\\\\").replace("\"", "\\\"")`
  return asText(inner, context) + escaped
}

/** The meeting number; from a text only the digits, since any other would end the JSON string. */
export function numberCode(meetingNumber: Term, context: WriteContext): string {
  const inner = plain(meetingNumber)
  if (whole.test(typeOf(inner, context) ?? '')) return codeOf(inner)
  return `${asText(inner, context)}.replaceAll(${String.raw`"\\D"`}, "")`
}

export function roleCode(role: Term, context: WriteContext): string {
  const inner = plain(role)
  const fixed = context.evaluator.fixedText(inner)
  if (fixed !== undefined && /^[01]$/.test(fixed)) return fixed
  if (whole.test(typeOf(inner, context) ?? '')) return codeOf(inner)
  const text = typeOf(inner, context) === 'String' ? inner.node.text : asText(inner, context)
  return `Integer.parseInt(${text})`
}

function holdsBytes({ node }: Term, type: string): boolean {
  const keyOf = node.parent?.parent
  return type === 'byte[]' || (type === '' && /^new [\w.]*SecretKeySpec\(/.test(keyOf?.text ?? ''))
}

/** The secret as a `String`: what is none, such as a `CharSequence`, keeps its `toString()`. */
function secretText(secret: Term, context: WriteContext): Term {
  const text = secret.kind === 'bytes' ? secret.of : secret
  const inner = plain(text)
  return text.kind === 'string' && !text.inlined && typeOf(inner, context) !== 'String'
    ? text
    : inner
}

/** The code of a `Key`; a name that holds one, or the bytes for one, is used as it is. */
export function signingKeyCode(
  secret: Term,
  context: WriteContext,
  code: { readonly specClass: () => string; readonly bytes: (text: string) => string },
): string {
  const inner = plain(secret)
  const type = typeOf(inner, context) ?? ''
  if (/Key(?:Spec)?$/.test(type)) return secret.node.text
  const isBytes = inner.inlined || (secret.kind !== 'bytes' && holdsBytes(inner, type))
  const bytes = isBytes ? secret.node.text : code.bytes(codeOf(secretText(secret, context)))
  return `new ${code.specClass()}(${bytes}, "HmacSHA256")`
}
