import type {
  Import,
  SignatureParts,
  SignatureTemplate,
  Unwritable,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import { plain } from '../../terms/term.ts'
import { codeOf, isInteger, isString, operandOf, textOf } from './code-of.ts'
import { declaredAnew } from './declared-anew.ts'
import { hmacInReach } from './hmac-in-reach.ts'
import { bracesAlone, bracesAround, narrowPlaceOf } from './place.ts'
import { isInReach } from './reach.ts'
import { addImports } from './usings.ts'

const namespaces: readonly Import[] = [
  { module: 'System', name: 'Convert' },
  { module: 'System.Security.Cryptography', name: 'HMACSHA256' },
  { module: 'System.Text', name: 'Encoding' },
  { module: 'System.Text.RegularExpressions', name: 'Regex' },
]

/** What the file names without its namespace is there, be it through a project's global usings. */
function isUsed(name: string, text: string): boolean {
  const names = name === 'Convert' ? 'Convert|DateTime|DateTimeOffset|Math|Func' : name
  return new RegExp(`(?<![.\\w])(?:${names})\\b`).test(text)
}

/** `ToUnixTimeSeconds` came with .NET 4.6. */
const isRecent = /ToUnixTime|\$"|\busing var\b|^namespace [\w.]+;|AspNetCore|Microsoft\.Extensions/m

function secondsNow(text: string): string {
  return isRecent.test(text)
    ? 'DateTimeOffset.UtcNow.ToUnixTimeSeconds()'
    : '(long)(DateTime.UtcNow - new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalSeconds'
}

/** The role, in the middle of a literal. */
function roleCode({ role }: SignatureParts, { evaluator }: WriteContext): string {
  const { node } = plain(role)
  const known = evaluator.fixedText(role) ?? node.text
  if (/^[01]$/.test(known)) return known
  const number = isInteger(node, evaluator) ? operandOf(role) : `Convert.ToInt32(${codeOf(role)})`
  return `" + ${number} + "`
}

function numberCode({ meetingNumber }: SignatureParts, { evaluator }: WriteContext): string {
  const isText = isString(meetingNumber, evaluator)
  const code = isText ? codeOf(meetingNumber) : `Convert.ToString(${codeOf(meetingNumber)})`
  return `Regex.Replace(${code}, "[^0-9]", "")`
}

/** The key between quotes of JSON; where it is not known, with everything odd in it escaped. */
function keyLines(
  { key }: SignatureParts,
  { evaluator, fresh }: WriteContext,
): { readonly name: string; readonly lines: readonly string[] } {
  const known = evaluator.fixedText(key)
  if (known !== undefined && /^[\w.-]+$/.test(known)) return { name: operandOf(key), lines: [] }
  const name = fresh('sdkKey')
  const each = fresh('match')
  const escaped = `"\\\\u" + ((int)${each}.Value[0]).ToString("x4")`
  return {
    name,
    lines: [
      `var ${name} = Regex.Replace(${textOf(key, evaluator)}, @"[^\\w-]", ${each} => ${escaped});`,
    ],
  }
}

function secretBytes({ secret }: SignatureParts): string {
  return secret.kind === 'string' || secret.kind === 'text'
    ? `Encoding.UTF8.GetBytes(${codeOf(secret)})`
    : secret.node.text
}

/** How the MAC is made: by the object that is there already, or by a new one. */
function macLines(
  parts: SignatureParts,
  context: WriteContext,
  message: string,
): { readonly code: string; readonly lines: readonly string[] } {
  const present = hmacInReach(context)
  if (present) return { code: `${present}.ComputeHash(${message})`, lines: [] }
  const hmac = context.fresh('hmac')
  const mac = context.fresh('mac')
  const open = `using (var ${hmac} = new HMACSHA256(${secretBytes(parts)}))`
  const lines = [
    `byte[] ${mac};`,
    ...(bracesAlone(context.text) ? [open, '{'] : [`${open} {`]),
    `  ${mac} = ${hmac}.ComputeHash(${message});`,
    '}',
  ]
  return { code: mac, lines }
}

const standsAlone = /argument|arrow|statement|assign|declarator|lambda|anonymous|initializer/

function write(parts: SignatureParts, context: WriteContext): WrittenSignature | Unwritable {
  const { fresh, text, node, evaluator } = context
  const [issuedAt, expiresAt, claims] = ['issuedAt', 'expiresAt', 'claims'].map(fresh)
  const [base64Url, input, bytes] = ['base64Url', 'signingInput', 'bytes'].map(fresh)
  const key = keyLines(parts, context)
  const mac = macLines(parts, context, `Encoding.UTF8.GetBytes(${input})`)
  const prelude = [
    `var ${issuedAt} = ${secondsNow(text)} - 30;`,
    `var ${expiresAt} = ${issuedAt} + 7200;`,
    ...key.lines,
    `var ${claims} = "{\\"appKey\\":\\"" + ${key.name} + "\\",\\"sdkKey\\":\\"" + ${key.name} + "\\","`,
    `  + "\\"mn\\":\\"" + ${numberCode(parts, context)} + "\\",\\"role\\":${roleCode(parts, context)},"`,
    `  + "\\"iat\\":" + ${issuedAt} + ",\\"exp\\":" + ${expiresAt} + ",\\"tokenExp\\":" + ${expiresAt} + "}";`,
    `Func<byte[], string> ${base64Url} = ${bytes} =>`,
    `  Convert.ToBase64String(${bytes}).TrimEnd('=').Replace('+', '-').Replace('/', '_');`,
    `var ${input} = ${base64Url}(Encoding.UTF8.GetBytes("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}"))`,
    `  + "." + ${base64Url}(Encoding.UTF8.GetBytes(${claims}));`,
    ...mac.lines,
  ].join('\n')
  const token = `${input} + "." + ${base64Url}(${mac.code})`
  const givesBytes = /^(?:bytes|hmac)$/.test(evaluator.term(node).kind)
  const expression = givesBytes
    ? `Encoding.UTF8.GetBytes(${token})`
    : standsAlone.test(node.parent?.type ?? '')
      ? token
      : `(${token})`
  const imports = namespaces.filter(({ name }) => !isUsed(name, text))
  const narrow = narrowPlaceOf(node, text)
  const edits = declaredAnew(context)
  if (!edits)
    return { reason: 'The name is declared in another block.', code: `${prelude}\n${token}` }
  if (!isInReach(parts, context))
    return { reason: 'A value belongs to another class.', code: `${prelude}\n${token}` }
  return narrow
    ? { prelude: '', imports, ...bracesAround(narrow, prelude, expression, context) }
    : { prelude, expression, imports, edits }
}

export const template: SignatureTemplate = { write, addImports }
