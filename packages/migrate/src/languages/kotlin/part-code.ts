import type { WriteContext } from '../../rewrite/signature-template.ts'
import { plain, type Term } from '../../terms/term.ts'
import { declaredType } from './declared-type.ts'

const simple = /^[\w.]+(?:\([^()]*\))?(?:\.\w+\([^()]*\))*$/
const whole = /^(?:Int|Long|Short|Byte|BigInteger)$/

/** The code of a part: literals in the middle of a longer one get quotes of their own. */
function codeOf(term: Term): string {
  const { text, type } = term.node
  if (term.kind === 'text' && term.piece)
    return `"${term.value.replace(/["\\$]/g, String.raw`\$&`)}"`
  return simple.test(text) || type === 'string_literal' ? text : `(${text})`
}

function typeOf(term: Term, { evaluator }: WriteContext): string | undefined {
  return term.kind === 'text' && term.piece ? 'String' : declaredType(term.node, evaluator)
}

function asText(term: Term, context: WriteContext): string {
  return typeOf(term, context) === 'String' ? codeOf(term) : `${codeOf(term)}.toString()`
}

/** The key as it can stand in JSON text. */
export function keyCode(key: Term, context: WriteContext): string {
  const inner = plain(key)
  const isPlain = inner.kind === 'text' && /^[\w-]*$/.test(inner.value)
  if (isPlain && inner.node.type === 'string_literal') return codeOf(inner)
  const escaped = String.raw`.replace("\\", "\\\\").replace("\"", "\\\"")`
  return asText(inner, context) + escaped
}

/** The meeting number; from a text only the digits, since any other would end the JSON string. */
export function numberCode(meetingNumber: Term, context: WriteContext): string {
  const inner = plain(meetingNumber)
  if (whole.test(typeOf(inner, context) ?? '')) return codeOf(inner)
  return `${asText(inner, context)}.filter { it in '0'..'9' }`
}

/** The role as a part of a text: a digit or what is put in for it. */
export function roleCode(role: Term, context: WriteContext): string {
  const inner = plain(role)
  const fixed = context.evaluator.fixedText(inner) ?? inner.node.text
  if (/^[01]$/.test(fixed)) return fixed
  const code = codeOf(inner)
  if (!whole.test(typeOf(inner, context) ?? '')) return `\${${asText(inner, context)}.toInt()}`
  return /^\w+$/.test(code) ? `$${code}` : `\${${code}}`
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
  const isBytes =
    inner.inlined || (secret.kind !== 'bytes' && inner.kind !== 'text' && type !== 'String')
  const bytes = isBytes ? secret.node.text : code.bytes(codeOf(inner))
  return `${code.specClass()}(${bytes}, "HmacSHA256")`
}
