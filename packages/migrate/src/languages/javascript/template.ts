import type {
  SignatureParts,
  SignatureTemplate,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import { fetchSignature } from './fetch-signature.ts'
import { addImports } from './imports.ts'
import { codeOf, member, roleCode, textCode } from './member-code.ts'

const object = (members: readonly string[]): string => `{ ${members.join(', ')} }`

const lines = (members: readonly string[]): string =>
  `{\n${members.map((line) => `  ${line},\n`).join('')}}`

/** The signer's type wants 0 or 1, and refuses another number when it runs. */
function signedRole({ role }: SignatureParts, context: WriteContext): string {
  const code = roleCode(role, context)
  return context.language !== 'javascript' && code.startsWith('Number(') ? `${code} as 0 | 1` : code
}

function withPackage(parts: SignatureParts, context: WriteContext): WrittenSignature {
  const name = 'createSigner'
  const credentials = [
    member('sdkKey', textCode(parts.key, context)),
    member('sdkSecret', textCode(parts.secret, context)),
  ]
  const input = [
    member('meetingNumber', codeOf(parts.meetingNumber, context)),
    member('role', signedRole(parts, context)),
  ]
  const end = context.style.semicolons ? 1 : 0
  const short = `${name}(${object(credentials)}).sign(${object(input)})`
  const head = `${name}(${object(credentials)}).sign({`
  const column = columnOf(context)
  const long = `${name}(${column + head.length <= 100 ? object(credentials) : lines(credentials)}).sign(${lines(input)})`
  const expression = column + short.length + end <= 100 ? short : long
  return { prelude: '', expression, imports: [{ module: '@sigshift/signer/sync', name }] }
}

function columnOf({ node, text }: WriteContext): number {
  return node.start - text.lastIndexOf('\n', node.start - 1) - 1
}

function hmacFunction(context: WriteContext): {
  code: string
  imports: WrittenSignature['imports']
} {
  for (const name of ['crypto', 'createHmac', 'Crypto', 'nodeCrypto']) {
    const binding = context.evaluator.scopes.resolve(name, context.node)
    if (binding?.kind !== 'import' || !/^(?:node:)?crypto$/.test(binding.module ?? '')) continue
    return { code: binding.imported === 'createHmac' ? name : `${name}.createHmac`, imports: [] }
  }
  return { code: 'createHmac', imports: [{ module: 'node:crypto', name: 'createHmac' }] }
}

function withCrypto(parts: SignatureParts, context: WriteContext): WrittenSignature {
  const { quote: q, semicolons } = context.style
  const end = semicolons ? ';' : ''
  const issuedAt = context.fresh('issuedAt')
  const expiresAt = context.fresh('expiresAt')
  const signingInput = context.fresh('signingInput')
  const hmac = hmacFunction(context)
  const key = codeOf(parts.key, context)
  const secret = textCode(parts.secret, context)
  const mac = context.fresh('mac')
  const prelude = [
    `const ${issuedAt} = Math.floor(Date.now() / 1000) - 30${end}`,
    `const ${expiresAt} = ${issuedAt} + 7200${end}`,
    `const ${signingInput} = [`,
    `  { alg: ${q}HS256${q}, typ: ${q}JWT${q} },`,
    '  {',
    `    appKey: ${key},`,
    `    sdkKey: ${key},`,
    `    mn: String(${codeOf(parts.meetingNumber, context)}).replace(/[\\s-]/g, ${q}${q}),`,
    `    role: ${roleCode(parts.role, context)},`,
    `    iat: ${issuedAt},`,
    `    exp: ${expiresAt},`,
    `    tokenExp: ${expiresAt},`,
    '    video_webrtc_mode: 1,',
    '  },',
    `].map((part) => Buffer.from(JSON.stringify(part)).toString(${q}base64url${q})).join(${q}.${q})${end}`,
    `const ${mac} = ${hmac.code}(${q}sha256${q}, ${secret})`,
    `  .update(${signingInput})`,
    `  .digest(${q}base64url${q})${end}`,
  ].join('\n')
  return { prelude, expression: `\`\${${signingInput}}.\${${mac}}\``, imports: hmac.imports }
}

export const template: SignatureTemplate = {
  write: (parts, context) => (context.standalone ? withCrypto : withPackage)(parts, context),
  fetch: fetchSignature,
  addImports,
}
