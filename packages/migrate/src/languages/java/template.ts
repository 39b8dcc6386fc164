import type { Edit } from '../../rewrite/edit.ts'
import type {
  Import,
  SignatureParts,
  SignatureTemplate,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import { catchesEncoding, mayThrow } from './exceptions.ts'
import { addImports, classNamed } from './imports.ts'
import { interwovenWith } from './interwoven.ts'
import { PartCode } from './part-code.ts'
import { spelling } from './spelling.ts'

/** Saying that a stretch becomes what it is makes the engine give up where it would change it. */
function editsBeside(context: WriteContext): readonly Edit[] {
  const { kept, gone } = interwovenWith(context)
  return [
    ...kept.map(({ start, end }): Edit => [start, end, context.text.slice(start, end)]),
    ...gone.map(({ start, end }): Edit => [start, end, '']),
  ]
}

/** What the parts of the new code share. */
interface Writing {
  readonly parts: SignatureParts
  readonly context: WriteContext
  readonly code: PartCode
  /** Names a class, which is imported for it. */
  readonly use: (path: string) => string
  readonly bytes: (text: string) => string
}

function writingOf(parts: SignatureParts, context: WriteContext, imports: Import[]): Writing {
  const use = (path: string): string => classNamed(path, context, imports)
  const utf8 = catchesEncoding(context.node)
    ? '"UTF-8"'
    : `${use('java.nio.charset.StandardCharsets')}.UTF_8`
  const bytes = (text: string): string => `${text}.getBytes(${utf8})`
  return { parts, context, code: new PartCode(spelling, context), use, bytes }
}

/** Statements, which make one value. */
interface Statements {
  readonly lines: readonly string[]
  /** Of the variable that holds it. */
  readonly name: string
}

function claimStatements({ parts, context, code }: Writing, header: string): Statements {
  const [issuedAt, expiresAt] = ['issuedAt', 'expiresAt'].map(context.fresh)
  const [jsonKey, name = ''] = ['jsonKey', 'claims'].map(context.fresh)
  const lines = [
    `long ${issuedAt} = System.currentTimeMillis() / 1000 - 30;`,
    `long ${expiresAt} = ${issuedAt} + 7200;`,
    `String ${jsonKey} = ${code.key(parts.key)};`,
    String.raw`String ${header} = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";`,
    String.raw`String ${name} = "{\"appKey\":\"" + ${jsonKey} + "\",\"sdkKey\":\"" + ${jsonKey}`,
    String.raw`    + "\",\"mn\":\"" + ${code.number(parts.meetingNumber)}`,
    String.raw`    + "\",\"role\":" + ${code.role(parts.role)}`,
    String.raw`    + ",\"iat\":" + ${issuedAt} + ",\"exp\":" + ${expiresAt}`,
    String.raw`    + ",\"tokenExp\":" + ${expiresAt} + "}";`,
  ]
  return { lines, name }
}

/** Statements that make the MAC, in a `try` where what it throws may go no further. */
function macStatements(
  { parts, context, code, use, bytes }: Writing,
  signingInput: string,
): Statements {
  const [hmac, name = ''] = ['hmac', 'mac'].map(context.fresh)
  const macClass = use('javax.crypto.Mac')
  const specClass = (): string => use('javax.crypto.spec.SecretKeySpec')
  const sign = `${hmac}.doFinal(${bytes(signingInput)})`
  const prepare = [
    `${macClass} ${hmac} = ${macClass}.getInstance("HmacSHA256");`,
    `${hmac}.init(${code.signingKey(parts.secret, { specClass, bytes })});`,
  ]
  if (mayThrow(context.node)) return { lines: [...prepare, `byte[] ${name} = ${sign};`], name }
  const exception = context.fresh('exception')
  const lines = [
    `byte[] ${name};`,
    'try {',
    ...prepare.map((line) => `  ${line}`),
    `  ${name} = ${sign};`,
    `} catch (${use('java.security.GeneralSecurityException')} ${exception}) {`,
    `  throw new IllegalStateException(${exception});`,
    '}',
  ]
  return { lines, name }
}

/** The token where the old expression stands: as bytes, or in brackets, if it was so. */
function expressionOf(token: string, { context, bytes }: Writing): string {
  const { node, evaluator } = context
  const isPart = node.field === 'object' || node.parent?.type === 'binary_expression'
  if (evaluator.term(node).kind === 'bytes') return bytes(`(${token})`)
  return isPart ? `(${token})` : token
}

function write(parts: SignatureParts, context: WriteContext): WrittenSignature {
  const imports: Import[] = []
  const writing = writingOf(parts, context, imports)
  const { use, bytes } = writing
  const [header = '', input = '', encoder] = ['header', 'signingInput', 'base64Url'].map(
    context.fresh,
  )
  const base64 = use('java.util.Base64')
  const claims = claimStatements(writing, header)
  const mac = macStatements(writing, input)
  const prelude = [
    ...claims.lines,
    `${base64}.Encoder ${encoder} = ${base64}.getUrlEncoder().withoutPadding();`,
    `String ${input} = ${encoder}.encodeToString(${bytes(header)})`,
    `    + "." + ${encoder}.encodeToString(${bytes(claims.name)});`,
    ...mac.lines,
  ].join('\n')
  const token = `${input} + "." + ${encoder}.encodeToString(${mac.name})`
  const expression = expressionOf(token, writing)
  return { prelude, expression, imports, edits: editsBeside(context) }
}

export const template: SignatureTemplate = { write, addImports }
