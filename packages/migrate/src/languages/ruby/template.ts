import type {
  Import,
  SignatureParts,
  SignatureTemplate,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { plain, type Term } from '../../terms/term.ts'
import { partCode } from '../literals.ts'
import { addImports, isLoaded } from './imports.ts'

const methods: ReadonlySet<string> = new Set(['method', 'singleton_method'])

const simple = /^[@$]*[\w.:]+[?!]?(?:\[[^[\]]*\]|\([^()]*\))*(?:\.\w+(?:\[[^[\]]*\]|\([^()]*\))*)*$/

const codeOf = (term: Term, quote: string): string => partCode(term, quote, /["'\\#]/g)

function receiverCode(term: Term, quote: string): string {
  const code = codeOf(term, quote)
  return simple.test(code) || /^(?:string|array)$/.test(term.node.type) ? code : `(${code})`
}

function roleCode(role: Term, quote: string): string {
  const inner = plain(role)
  if (inner.kind === 'text' && /^[0-9]$/.test(inner.value) && inner.node.type !== 'identifier')
    return inner.value
  if (inner.node.type === 'integer') return inner.node.text
  const code = receiverCode(inner, quote)
  return /\.to_i$/.test(code) ? code : `${code}.to_i`
}

function numberCode(meetingNumber: Term, quote: string): string {
  const inner = plain(meetingNumber)
  const isText = inner.kind === 'text' && (inner.piece || inner.node.type === 'string')
  return isText ? codeOf(inner, quote) : `${receiverCode(inner, quote)}.to_s`
}

/** Base64 is a gem of its own from Ruby 3.4 on; where the file has not used it, `pack` does. */
function urlSafe(text: string, quote: string): (code: string) => string {
  if (/\bBase64\b/.test(text)) return (code) => `Base64.urlsafe_encode64(${code}, padding: false)`
  const q = quote
  return (code) => `[${code}].pack(${q}m0${q}).tr(${q}+/${q}, ${q}-_${q}).delete(${q}=${q})`
}

/** `def x = expression` has no place for statements. */
function isEndless(node: SyntaxNode): boolean {
  const body = node.closest(methods)?.get('body')
  return body !== undefined && body.type !== 'body_statement'
}

function write(parts: SignatureParts, context: WriteContext): WrittenSignature {
  const { fresh, text, style } = context
  const q = style.quote
  const [issuedAt, expiresAt, signingInput, mac] = [
    'issued_at',
    'expires_at',
    'signing_input',
    'mac',
  ].map(fresh)
  const encode = urlSafe(text, q)
  const key = codeOf(plain(parts.key), q)
  const imports: Import[] = isLoaded('json', context) ? [] : [{ module: 'json', name: 'JSON' }]
  const prelude = [
    `${issuedAt} = Time.now.to_i - 30`,
    `${expiresAt} = ${issuedAt} + 7200`,
    `${signingInput} = [`,
    `  { alg: ${q}HS256${q}, typ: ${q}JWT${q} },`,
    '  {',
    `    appKey: ${key},`,
    `    sdkKey: ${key},`,
    `    mn: ${numberCode(parts.meetingNumber, q)},`,
    `    role: ${roleCode(parts.role, q)},`,
    `    iat: ${issuedAt},`,
    `    exp: ${expiresAt},`,
    `    tokenExp: ${expiresAt}`,
    '  }',
    `].map { |part| ${encode('JSON.generate(part)')} }.join(${q}.${q})`,
    `${mac} = OpenSSL::HMAC.digest(${q}SHA256${q}, ${codeOf(plain(parts.secret), q)}, ${signingInput})`,
  ].join('\n')
  const token = `[${signingInput}, ${encode(mac as string)}].join(${q}.${q})`
  if (!isEndless(context.node)) return { prelude, expression: token, imports }
  const inner = `${prelude}\n${token}`.replaceAll('\n', '\n  ')
  return { prelude: '', expression: `begin\n  ${inner}\nend`, imports }
}

export const template: SignatureTemplate = { write, addImports }
