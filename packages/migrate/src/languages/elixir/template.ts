import type {
  SignatureParts,
  SignatureTemplate,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { plain, type Term } from '../../terms/term.ts'
import { partCode } from '../literals.ts'
import { inlineBody } from './definitions.ts'

const simple = /^[@:]?[\w.]+[?!]?(?:\([^()]*\)|\[[^[\]]*\])*$/

const codeOf = (term: Term): string => partCode(term, '"', /["\\#]/g)

/** Code that a pipe can begin with. */
function pipedCode(term: Term): string {
  const code = codeOf(term)
  return simple.test(code) || /^"/.test(code) ? code : `(${code})`
}

function keyCode(key: Term): string {
  const inner = plain(key)
  const isPlain =
    inner.kind === 'text' && /^[\w-]*$/.test(inner.value) && inner.node.type === 'string'
  if (isPlain) return codeOf(inner)
  return `${pipedCode(inner)} |> String.replace("\\\\", "\\\\\\\\") |> String.replace("\\"", "\\\\\\"")`
}

function roleCode(role: Term, { evaluator }: WriteContext): string {
  const inner = plain(role)
  const fixed = evaluator.fixedText(inner) ?? inner.node.text
  return /^[01]$/.test(fixed) ? fixed : `#{String.to_integer(to_string(${codeOf(inner)}))}`
}

/** `def x, do: expression` has no place for statements. */
function isInline(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | undefined = node; at; at = at.parent) {
    if (at.type === 'do_block') return false
    const { parent } = at
    const definition = parent?.parent?.parent?.parent
    if (definition?.type === 'function_definition' && inlineBody(definition) === at) return true
  }
  return false
}

function write(parts: SignatureParts, context: WriteContext): WrittenSignature {
  const { fresh, node } = context
  const [issuedAt, expiresAt, jsonKey, number, encode, claims, input] = [
    'issued_at',
    'expires_at',
    'json_key',
    'digits',
    'encode',
    'claims',
    'signing_input',
  ].map(fresh)
  const role = roleCode(parts.role, context)
  const meeting = pipedCode(plain(parts.meetingNumber))
  const prelude = [
    `${issuedAt} = System.system_time(:second) - 30`,
    `${expiresAt} = ${issuedAt} + 7200`,
    `${encode} = &Base.url_encode64(&1, padding: false)`,
    `${jsonKey} = ${keyCode(parts.key)}`,
    `${number} = ${meeting} |> to_string() |> String.replace(~r/[^0-9]/, "")`,
    '',
    `${claims} =`,
    `  ~s|{"appKey":"#{${jsonKey}}","sdkKey":"#{${jsonKey}}","mn":"#{${number}}","role":${role},| <>`,
    `    ~s|"iat":#{${issuedAt}},"exp":#{${expiresAt}},"tokenExp":#{${expiresAt}}}|`,
    '',
    `${input} = ${encode}.(~s|{"alg":"HS256","typ":"JWT"}|) <> "." <> ${encode}.(${claims})`,
  ].join('\n')
  const secret = codeOf(plain(parts.secret))
  const token = `${input} <> "." <> ${encode}.(:crypto.mac(:hmac, :sha256, ${secret}, ${input}))`
  if (!isInline(node)) return { prelude, expression: token, imports: [] }
  const inner = `${prelude}\n${token}`.replaceAll(/\n(?!\n)/g, '\n  ')
  return { prelude: '', expression: `(\n  ${inner}\n)`, imports: [] }
}

export const template: SignatureTemplate = { write, addImports: () => [] }
