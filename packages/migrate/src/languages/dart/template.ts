import type {
  Import,
  SignatureParts,
  SignatureTemplate,
  Unwritable,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { plain, type Term } from '../../terms/term.ts'
import { type DeclarationTypes, declaredAnew } from '../declared-anew.ts'
import { partCode } from '../literals.ts'
import { declaredType } from './declared-type.ts'
import { addImports, nameIn } from './imports.ts'

const homes = /^(?:block|function_body|function_expression_body|class_body|program)$/

/** Whether a statement can be put in front of the one that holds the node. */
function hasStatements(node: SyntaxNode): boolean {
  let at = node
  while (at.parent && !homes.test(at.parent.type)) at = at.parent
  return at.parent?.type === 'block'
}

const codeOf = (term: Term, quote: string): string => partCode(term, quote, /['"\\$]/g)

/** Code as text, whatever its type. */
function textCode(code: string, quote: string): string {
  return /^\w+$/.test(code) ? `${quote}$${code}${quote}` : `${quote}\${${code}}${quote}`
}

function isOfType(term: Term, type: string, { evaluator }: WriteContext): boolean {
  if (term.kind === 'text' && term.piece) return type === 'String'
  return declaredType(term.node, evaluator) === type
}

const simple = /^[\w.!]+(?:\([^()]*\))?$/

function numberCode(number: Term, context: WriteContext): string {
  const { quote } = context.style
  const inner = plain(number)
  const code = codeOf(inner, quote)
  if (isOfType(inner, 'int', context)) return textCode(code, quote)
  const isText = isOfType(inner, 'String', context) && (simple.test(code) || /^['"]/.test(code))
  return `${isText ? code : textCode(code, quote)}.replaceAll(RegExp(r${quote}\\D${quote}), ${quote}${quote})`
}

function roleCode(role: Term, context: WriteContext): string {
  const inner = plain(role)
  const fixed = context.evaluator.fixedText(inner) ?? inner.node.text
  if (/^[01]$/.test(fixed)) return fixed
  const { quote } = context.style
  const code = codeOf(inner, quote)
  if (isOfType(inner, 'int', context)) return code
  return `int.parse(${isOfType(inner, 'String', context) ? code : textCode(code, quote)})`
}

const declarations: DeclarationTypes = {
  declaration: 'initialized_variable_definition',
  assignment: 'assignment_expression',
  blocks: new Set(['block']),
  nameIn: (declaration) => declaration.get('name'),
}

/** What the parts of the new code share. */
interface Writing {
  readonly parts: SignatureParts
  readonly context: WriteContext
  /** A name of `dart:convert`, which is imported for it. */
  readonly convert: (name: string) => string
  /** The bytes of a text. */
  readonly utf8: (code: string) => string
  /** The local function that encodes a part of the token. */
  readonly part: string
}

function inputLines(
  { parts, context, convert, utf8, part }: Writing,
  input: string,
): readonly string[] {
  const { fresh, style } = context
  const q = style.quote
  const [issuedAt, expiresAt, data, json] = ['issuedAt', 'expiresAt', 'data', 'json'].map(fresh)
  const key = codeOf(plain(parts.key), q)
  return [
    `final ${issuedAt} = DateTime.now().millisecondsSinceEpoch ~/ 1000 - 30;`,
    `final ${expiresAt} = ${issuedAt} + 7200;`,
    `String ${part}(List<int> ${data}) =>`,
    `    ${convert('base64Url')}.encode(${data}).replaceAll(${q}=${q}, ${q}${q});`,
    `final ${input} = [`,
    `  {${q}alg${q}: ${q}HS256${q}, ${q}typ${q}: ${q}JWT${q}},`,
    '  {',
    `    ${q}appKey${q}: ${key},`,
    `    ${q}sdkKey${q}: ${key},`,
    `    ${q}mn${q}: ${numberCode(parts.meetingNumber, context)},`,
    `    ${q}role${q}: ${roleCode(parts.role, context)},`,
    `    ${q}iat${q}: ${issuedAt},`,
    `    ${q}exp${q}: ${expiresAt},`,
    `    ${q}tokenExp${q}: ${expiresAt},`,
    '  },',
    `].map((${json}) => ${part}(${utf8(`${convert('jsonEncode')}(${json})`)})).join(${q}.${q});`,
  ]
}

/** The secret as bytes. */
function secretCode({ parts: { secret }, context, utf8 }: Writing): string {
  const inner = plain(secret)
  const isBytes = inner.inlined || (secret.kind !== 'bytes' && !isOfType(inner, 'String', context))
  return isBytes ? secret.node.text : utf8(codeOf(inner, context.style.quote))
}

function write(parts: SignatureParts, context: WriteContext): WrittenSignature | Unwritable {
  const { fresh, style, node, evaluator } = context
  const q = style.quote
  const imports: Import[] = []
  const convert = nameIn('dart:convert', context, imports)
  const crypto = nameIn('package:crypto/crypto.dart', context, imports)
  const [part = '', input = '', mac = ''] = ['tokenPart', 'signingInput', 'tokenMac'].map(fresh)
  const utf8 = (code: string): string => `${convert('utf8')}.encode(${code})`
  const writing: Writing = { parts, context, convert, utf8, part }
  const prelude = [
    ...inputLines(writing, input),
    `final ${mac} =`,
    `    ${crypto('Hmac')}(${crypto('sha256')}, ${secretCode(writing)}).convert(${utf8(input)});`,
  ].join('\n')
  const token = `${q}$${input}.\${${part}(${mac}.bytes)}${q}`
  const expression = evaluator.term(node).kind === 'bytes' ? utf8(token) : token
  if (hasStatements(node)) {
    const editsAfter = declaredAnew(context, declarations)
    return editsAfter
      ? { prelude, expression, imports, editsAfter }
      : { reason: 'The name is declared in another block.', code: `${prelude}\n${expression}` }
  }
  const body = `${prelude}\nreturn ${expression};`.replaceAll('\n', '\n  ')
  return { prelude: '', expression: `() {\n  ${body}\n}()`, imports }
}

export const template: SignatureTemplate = { write, addImports }
