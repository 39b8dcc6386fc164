import type {
  Import,
  SignatureParts,
  SignatureTemplate,
  Unwritable,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { plain } from '../../terms/term.ts'
import { type DeclarationTypes, declaredAnew } from '../declared-anew.ts'
import { addImports, classNamed } from './imports.ts'
import { keyCode, numberCode, roleCode, signingKeyCode } from './part-code.ts'

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

function write(parts: SignatureParts, context: WriteContext): WrittenSignature | Unwritable {
  const { fresh, node, evaluator } = context
  const imports: Import[] = []
  const [issuedAt, expiresAt, jsonKey, digits, claims, input, mac] = [
    'issuedAt',
    'expiresAt',
    'jsonKey',
    'digits',
    'claims',
    'signingInput',
    'tokenMac',
  ].map(fresh)
  const encoder = encoderIn(context, imports)
  const macClass = classNamed('javax.crypto.Mac', context, imports)
  const specClass = (): string => classNamed('javax.crypto.spec.SecretKeySpec', context, imports)
  const bytes = (code: string): string => `${code}.toByteArray()`
  const header = String.raw`"{\"alg\":\"HS256\",\"typ\":\"JWT\"}"`
  const prelude = [
    `val ${issuedAt} = System.currentTimeMillis() / 1000 - 30`,
    `val ${expiresAt} = ${issuedAt} + 7200`,
    `val ${jsonKey} = ${keyCode(parts.key, context)}`,
    `val ${digits} = ${numberCode(parts.meetingNumber, context)}`,
    String.raw`val ${claims} = "{\"appKey\":\"$${jsonKey}\",\"sdkKey\":\"$${jsonKey}\"," +`,
    String.raw`  "\"mn\":\"$${digits}\",\"role\":${roleCode(parts.role, context)}," +`,
    String.raw`  "\"iat\":$${issuedAt},\"exp\":$${expiresAt},\"tokenExp\":$${expiresAt}}"`,
    encoder.code,
    `val ${input} = ${encoder.encode(bytes(header))} + "." +`,
    `  ${encoder.encode(bytes(claims as string))}`,
    `val ${mac} = ${macClass}.getInstance("HmacSHA256")`,
    `${mac}.init(${signingKeyCode(parts.secret, context, { specClass, bytes })})`,
  ].join('\n')
  const token = `${input} + "." + ${encoder.encode(`${mac}.doFinal(${bytes(input as string)})`)}`
  const term = evaluator.term(node)
  const givesBytes = term.kind === 'bytes' && plain(term) !== term
  const isPart = /^(?:navigation|additive|infix)_expression$/.test(node.parent?.type ?? '')
  const text = givesBytes || isPart ? `(${token})` : token
  const expression = givesBytes ? bytes(text) : text
  if (hasStatements(node)) {
    const editsAfter = declaredAnew(context, declarations)
    return editsAfter
      ? { prelude, expression, imports, editsAfter }
      : { reason: 'The name is declared in another block.', code: `${prelude}\n${expression}` }
  }
  const inner = `${prelude}\n${expression}`.replaceAll('\n', '\n  ')
  return { prelude: '', expression: `run {\n  ${inner}\n}`, imports }
}

export const template: SignatureTemplate = { write, addImports }
