import type {
  Import,
  SignatureParts,
  SignatureTemplate,
  Unwritable,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { type DeclarationTypes, declaredAnew } from '../declared-anew.ts'
import { PartCode } from '../java/part-code.ts'
import { addImports, classNamed } from './imports.ts'
import { spelling } from './spelling.ts'

const homes = /^(?:statements|function_body|class_body|source_file)$/

/** Whether a statement can be put in front of the one that holds the node. */
function hasStatements(node: SyntaxNode): boolean {
  let at = node
  while (at.parent && !homes.test(at.parent.type)) at = at.parent
  return at.parent?.type === 'statements'
}

interface Encoder {
  readonly code: string
  readonly encode: (bytes: string) => string
}

/** Before Android 8 there is Android's own class alone; where it is used, it goes on being used. */
function encoderIn(context: WriteContext, imports: Import[]): Encoder {
  const { evaluator, fresh } = context
  const isAndroid = evaluator.scopes.all.some(({ module }) => module === 'android.util.Base64')
  const name = fresh('base64Url')
  if (!isAndroid) {
    const base64 = classNamed('java.util.Base64', context, imports)
    return {
      code: `val ${name} = ${base64}.getUrlEncoder().withoutPadding()`,
      encode: (bytes) => `${name}.encodeToString(${bytes})`,
    }
  }
  return {
    code: `val ${name} = Base64.URL_SAFE or Base64.NO_PADDING or Base64.NO_WRAP`,
    encode: (bytes) => `Base64.encodeToString(${bytes}, ${name})`,
  }
}

const declarations: DeclarationTypes = {
  declaration: 'property_declaration',
  assignment: 'assignment',
  blocks: new Set(['statements']),
  nameIn: (declaration) =>
    declaration.namedChildren.find(({ type }) => type === 'variable_declaration'),
}

/** Code as a part of a text: a digit, or what is put in for it. */
function inText(code: string): string {
  if (/^[01]$/.test(code)) return code
  return /^\w+$/.test(code) ? `$${code}` : `\${${code}}`
}

function claimLines(
  parts: SignatureParts,
  { fresh }: WriteContext,
  code: PartCode,
  claims: string,
): readonly string[] {
  const [issuedAt, expiresAt] = ['issuedAt', 'expiresAt'].map(fresh)
  const [jsonKey, digits] = ['jsonKey', 'digits'].map(fresh)
  return [
    `val ${issuedAt} = System.currentTimeMillis() / 1000 - 30`,
    `val ${expiresAt} = ${issuedAt} + 7200`,
    `val ${jsonKey} = ${code.key(parts.key)}`,
    `val ${digits} = ${code.number(parts.meetingNumber)}`,
    String.raw`val ${claims} = "{\"appKey\":\"$${jsonKey}\",\"sdkKey\":\"$${jsonKey}\"," +`,
    String.raw`  "\"mn\":\"$${digits}\",\"role\":${inText(code.role(parts.role))}," +`,
    String.raw`  "\"iat\":$${issuedAt},\"exp\":$${expiresAt},\"tokenExp\":$${expiresAt}}"`,
  ]
}

/** The token where the old expression stands: as bytes, or in brackets, if it was so. */
function expressionOf(
  token: string,
  { node, evaluator }: WriteContext,
  bytes: (code: string) => string,
): string {
  if (evaluator.term(node).kind === 'bytes') return bytes(`(${token})`)
  const isPart = /^(?:navigation|additive|infix)_expression$/.test(node.parent?.type ?? '')
  return isPart ? `(${token})` : token
}

function write(parts: SignatureParts, context: WriteContext): WrittenSignature | Unwritable {
  const imports: Import[] = []
  const [claims = '', input = '', mac = ''] = ['claims', 'signingInput', 'tokenMac'].map(
    context.fresh,
  )
  const { code: encoderCode, encode } = encoderIn(context, imports)
  const macClass = classNamed('javax.crypto.Mac', context, imports)
  const specClass = (): string => classNamed('javax.crypto.spec.SecretKeySpec', context, imports)
  const bytes = (code: string): string => `${code}.toByteArray()`
  const code = new PartCode(spelling, context)
  const header = String.raw`"{\"alg\":\"HS256\",\"typ\":\"JWT\"}"`
  const prelude = [
    ...claimLines(parts, context, code, claims),
    encoderCode,
    `val ${input} = ${encode(bytes(header))} + "." +`,
    `  ${encode(bytes(claims))}`,
    `val ${mac} = ${macClass}.getInstance("HmacSHA256")`,
    `${mac}.init(${code.signingKey(parts.secret, { specClass, bytes })})`,
  ].join('\n')
  const token = `${input} + "." + ${encode(`${mac}.doFinal(${bytes(input)})`)}`
  const expression = expressionOf(token, context, bytes)
  if (hasStatements(context.node)) {
    const editsAfter = declaredAnew(context, declarations)
    return editsAfter
      ? { prelude, expression, imports, editsAfter }
      : { reason: 'The name is declared in another block.', code: `${prelude}\n${expression}` }
  }
  const inner = `${prelude}\n${expression}`.replaceAll('\n', '\n  ')
  return { prelude: '', expression: `run {\n  ${inner}\n}`, imports }
}

export const template: SignatureTemplate = { write, addImports }
