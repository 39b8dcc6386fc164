import type { Edit } from '../../rewrite/edit.ts'
import type {
  Import,
  SignatureParts,
  SignatureTemplate,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import { plain } from '../../terms/term.ts'
import { catchesEncoding, mayThrow } from './exceptions.ts'
import { addImports, classNamed } from './imports.ts'
import { interwovenWith } from './interwoven.ts'
import { keyCode, numberCode, roleCode, signingKeyCode } from './part-code.ts'

/** Saying that a stretch becomes what it is makes the engine give up where it would change it. */
function editsBeside(context: WriteContext): readonly Edit[] {
  const { kept, gone } = interwovenWith(context)
  return [
    ...kept.map(({ start, end }): Edit => [start, end, context.text.slice(start, end)]),
    ...gone.map(({ start, end }): Edit => [start, end, '']),
  ]
}

function write(parts: SignatureParts, context: WriteContext): WrittenSignature {
  const { fresh, node, evaluator } = context
  const imports: Import[] = []
  const use = (path: string): string => classNamed(path, context, imports)
  const utf8 = catchesEncoding(node)
    ? '"UTF-8"'
    : `${use('java.nio.charset.StandardCharsets')}.UTF_8`
  const bytes = (code: string): string => `${code}.getBytes(${utf8})`
  const [issuedAt, expiresAt, jsonKey, header, claims, signingInput, encoder, hmac, mac] = [
    'issuedAt',
    'expiresAt',
    'jsonKey',
    'header',
    'claims',
    'signingInput',
    'base64Url',
    'hmac',
    'mac',
  ].map(fresh)
  const base64 = use('java.util.Base64')
  const macClass = use('javax.crypto.Mac')
  const specClass = (): string => use('javax.crypto.spec.SecretKeySpec')
  const key = signingKeyCode(parts.secret, context, { specClass, bytes })
  const sign = `${hmac}.doFinal(${bytes(signingInput as string)})`
  const signing = [
    `${macClass} ${hmac} = ${macClass}.getInstance("HmacSHA256");`,
    `${hmac}.init(${key});`,
  ]
  const prelude = [
    `long ${issuedAt} = System.currentTimeMillis() / 1000 - 30;`,
    `long ${expiresAt} = ${issuedAt} + 7200;`,
    `String ${jsonKey} = ${keyCode(parts.key, context)};`,
    String.raw`String ${header} = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";`,
    String.raw`String ${claims} = "{\"appKey\":\"" + ${jsonKey} + "\",\"sdkKey\":\"" + ${jsonKey}`,
    String.raw`    + "\",\"mn\":\"" + ${numberCode(parts.meetingNumber, context)}`,
    String.raw`    + "\",\"role\":" + ${roleCode(parts.role, context)}`,
    String.raw`    + ",\"iat\":" + ${issuedAt} + ",\"exp\":" + ${expiresAt}`,
    String.raw`    + ",\"tokenExp\":" + ${expiresAt} + "}";`,
    `${base64}.Encoder ${encoder} = ${base64}.getUrlEncoder().withoutPadding();`,
    `String ${signingInput} = ${encoder}.encodeToString(${bytes(header as string)})`,
    `    + "." + ${encoder}.encodeToString(${bytes(claims as string)});`,
    ...(mayThrow(node)
      ? [...signing, `byte[] ${mac} = ${sign};`]
      : [
          `byte[] ${mac};`,
          'try {',
          ...signing.map((line) => `  ${line}`),
          `  ${mac} = ${sign};`,
          `} catch (${use('java.security.GeneralSecurityException')} ${fresh('exception')}) {`,
          `  throw new IllegalStateException(${fresh('exception')});`,
          '}',
        ]),
  ].join('\n')
  const token = `${signingInput} + "." + ${encoder}.encodeToString(${mac})`
  const isPart = node.field === 'object' || node.parent?.type === 'binary_expression'
  const term = evaluator.term(node)
  const givesBytes = term.kind === 'bytes' && plain(term) !== term
  const text = givesBytes || isPart ? `(${token})` : token
  const expression = givesBytes ? bytes(text) : text
  return { prelude, expression, imports, edits: editsBeside(context) }
}

export const template: SignatureTemplate = { write, addImports }
