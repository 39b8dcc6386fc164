import type {
  Import,
  SignatureParts,
  SignatureTemplate,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import { plain, type Term } from '../../terms/term.ts'
import { partCode } from '../literals.ts'
import { addImports } from './imports.ts'

const codeOf = (term: Term, { style }: WriteContext): string => partCode(plain(term), style.quote)

const bytesMade = /\b(?:\w*b(?:16|32|64|85)decode|fromhex|unhexlify|a2b_\w+|digest|to_bytes)\(/

/** Whether what an HMAC takes for its key is bytes already, as far as the file tells it. */
function isBytes({ kind, node }: Term, { evaluator }: WriteContext): boolean {
  if (kind !== 'opaque') return false
  const binding = evaluator.bindingOf(node)
  const isTyped = binding?.kind === 'parameter' && /:\s*bytes\b/.test(binding.node.text)
  return isTyped || bytesMade.test((binding?.value ?? node).text)
}

function textCode(term: Term, context: WriteContext): string {
  const code = codeOf(term, context)
  return isBytes(plain(term), context) ? `${code}.decode()` : code
}

function secretCode(secret: Term, context: WriteContext): string {
  if (secret.kind === 'bytes' && secret.node.type === 'identifier') return secret.node.text
  const code = codeOf(secret, context)
  if (isBytes(secret, context)) return code
  return `${/^[\w.'"[\]()]+$/.test(code) ? code : `(${code})`}.encode()`
}

function roleCode(role: Term, context: WriteContext): string {
  const inner = plain(role)
  const fixed = context.evaluator.fixedText(inner)
  if (fixed !== undefined && /^[01]$/.test(fixed)) return fixed
  return /^[01]$/.test(inner.node.text) ? inner.node.text : `int(${codeOf(inner, context)})`
}

/** A module under the name that it has in the file, or a new import of it. */
function moduleName(module: string, context: WriteContext, imports: Import[]): string {
  const { scopes } = context.evaluator
  const usual = scopes.all.find(
    (binding) => binding.kind === 'import' && binding.module === module && binding.imported === '*',
  )
  if (usual && scopes.resolve(usual.name, context.node)?.module === module) return usual.name
  const taken = scopes.all.some((binding) => binding.name === module)
  const name = taken ? `${module}_module` : module
  if (!imports.some((each) => each.name === name)) imports.push({ module, name })
  return name
}

function write(parts: SignatureParts, context: WriteContext): WrittenSignature {
  const { fresh, style } = context
  const q = style.quote
  const imports: Import[] = []
  const use = (module: string): string => moduleName(module, context, imports)
  const [issuedAt, expiresAt, signingInput, mac] = [
    'issued_at',
    'expires_at',
    'signing_input',
    'mac',
  ].map(fresh)
  const key = textCode(parts.key, context)
  const number = textCode(parts.meetingNumber, context)
  const prelude = [
    `${issuedAt} = int(${use('time')}.time()) - 30`,
    `${expiresAt} = ${issuedAt} + 7200`,
    `${signingInput} = ${q}.${q}.join(`,
    `  ${use('base64')}.urlsafe_b64encode(${use('json')}.dumps(part).encode()).decode().rstrip(${q}=${q})`,
    '  for part in (',
    `    {${q}alg${q}: ${q}HS256${q}, ${q}typ${q}: ${q}JWT${q}},`,
    '    {',
    `      ${q}appKey${q}: ${key},`,
    `      ${q}sdkKey${q}: ${key},`,
    `      ${q}mn${q}: str(${number}).replace(${q} ${q}, ${q}${q}).replace(${q}-${q}, ${q}${q}),`,
    `      ${q}role${q}: ${roleCode(parts.role, context)},`,
    `      ${q}iat${q}: ${issuedAt},`,
    `      ${q}exp${q}: ${expiresAt},`,
    `      ${q}tokenExp${q}: ${expiresAt},`,
    `      ${q}video_webrtc_mode${q}: 1,`,
    '    },',
    '  )',
    ')',
    `${mac} = ${use('hmac')}.new(${secretCode(parts.secret, context)}, ${signingInput}.encode(), ${use('hashlib')}.sha256).digest()`,
  ].join('\n')
  const token = `${signingInput} + ${q}.${q} + ${use('base64')}.urlsafe_b64encode(${mac}).decode().rstrip(${q}=${q})`
  const givesBytes = context.evaluator.term(context.node).kind === 'bytes'
  return { prelude, expression: givesBytes ? `(${token}).encode()` : token, imports }
}

export const template: SignatureTemplate = { write, addImports }
