import type {
  Import,
  SignatureParts,
  SignatureTemplate,
  Unwritable,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import { plain } from '../../terms/term.ts'
import { codeOf, isText, typeOf } from './code-of.ts'
import { declaredAnew, leftUnused } from './declared-anew.ts'
import { addImports, packageName } from './imports.ts'

type Use = (module: string) => string

function numberCode(
  { meetingNumber }: SignatureParts,
  { evaluator }: WriteContext,
  use: Use,
): string {
  const code = codeOf(meetingNumber)
  const known = evaluator.fixedText(meetingNumber)
  if (known !== undefined && /^\d+$/.test(known)) return code
  const type = typeOf(plain(meetingNumber).node, evaluator)
  const text = isText(meetingNumber, evaluator) ? code : `${use('fmt')}.Sprint(${code})`
  return /^u?int(?:32|64)?$/.test(type ?? '')
    ? text
    : `${use('strings')}.NewReplacer(" ", "", "-", "").Replace(${text})`
}

/** A text that is a number goes into the JSON as a number. */
function roleCode({ role }: SignatureParts, { evaluator }: WriteContext, use: Use): string {
  const { node } = plain(role)
  const known = evaluator.fixedText(role) ?? node.text
  if (/^[01]$/.test(known)) return known
  const code = codeOf(role)
  if (/^u?int\d*$/.test(typeOf(node, evaluator) ?? '')) return code
  const text = isText(role, evaluator) ? code : `${use('fmt')}.Sprint(${code})`
  return `${use('encoding/json')}.Number(${text})`
}

function secretBytes({ secret }: SignatureParts, { evaluator }: WriteContext): string {
  const isBytes = secret.kind !== 'string' && secret.kind !== 'text'
  const type = isBytes ? undefined : typeOf(secret.node, evaluator)
  return isBytes || type === '[]byte' ? secret.node.text : `[]byte(${codeOf(secret)})`
}

function claimLines(members: Readonly<Record<string, string>>): readonly string[] {
  const width = Math.max(...Object.keys(members).map((name) => name.length))
  return Object.entries(members).map(
    ([name, code]) => `\t"${name}":${' '.repeat(width - name.length + 1)}${code},`,
  )
}

function write(parts: SignatureParts, context: WriteContext): WrittenSignature | Unwritable {
  const { fresh, evaluator, node } = context
  const imports: Import[] = []
  const use: Use = (module) => packageName(module, context, imports)
  const [issuedAt, expiresAt, claims] = ['issuedAt', 'expiresAt', 'claims'].map(fresh)
  const [input, mac] = ['signingInput', 'tokenMAC'].map(fresh)
  const key = codeOf(parts.key)
  const encode = `${use('encoding/base64')}.RawURLEncoding.EncodeToString`
  const members = {
    appKey: key,
    sdkKey: key,
    mn: numberCode(parts, context, use),
    role: roleCode(parts, context, use),
    iat: issuedAt as string,
    exp: expiresAt as string,
    tokenExp: expiresAt as string,
  }
  const prelude = [
    `${issuedAt} := ${use('time')}.Now().Unix() - 30`,
    `${expiresAt} := ${issuedAt} + 7200`,
    `${claims}, _ := ${use('encoding/json')}.Marshal(map[string]interface{}{`,
    ...claimLines(members),
    '})',
    `${input} := ${encode}([]byte(\`{"alg":"HS256","typ":"JWT"}\`)) + "." + ${encode}(${claims})`,
    `${mac} := ${use('crypto/hmac')}.New(${use('crypto/sha256')}.New, ${secretBytes(parts, context)})`,
    `${mac}.Write([]byte(${input}))`,
  ].join('\n')
  const token = `${input} + "." + ${encode}(${mac}.Sum(nil))`
  const isBytes = /^(?:bytes|hmac)$/.test(evaluator.term(node).kind)
  const expression = isBytes ? `[]byte(${token})` : token
  const code = `${prelude}\n${expression}`
  const editsAfter = declaredAnew(context)
  if (!editsAfter) return { reason: 'The name is declared in another block.', code }
  const unused = leftUnused(context, code)
  if (unused !== undefined)
    return { reason: `Nothing would use ${unused} any more, which Go refuses.`, code }
  return { prelude, expression, imports, editsAfter }
}

export const template: SignatureTemplate = { write, addImports }
