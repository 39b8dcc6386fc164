import type {
  SignatureParts,
  SignatureTemplate,
  WriteContext,
  WrittenSignature,
} from '../../rewrite/signature-template.ts'
import { plain, type Term } from '../../terms/term.ts'
import { partCode } from '../literals.ts'

const codeOf = (term: Term): string =>
  partCode(term.kind === 'string' ? plain(term) : term, "'", /['\\]/g)

/** Code with a cast in front of it, which binds closer than any operator. */
function castTo(type: 'int' | 'string', code: string): string {
  const isClosed = /^(?:\$?[\w\\]+|['"][^'"]*['"])(?:(?:->|::)\w+|\[[^[\]]*\]|\([^()]*\))*$/.test(
    code,
  )
  return `(${type}) ${isClosed ? code : `(${code})`}`
}

function roleCode(role: Term, evaluator: WriteContext['evaluator']): string {
  const inner = plain(role)
  const fixed = evaluator.fixedText(inner)
  if (fixed !== undefined && /^[01]$/.test(fixed)) return fixed
  return /^[01]$/.test(inner.node.text) ? inner.node.text : castTo('int', inner.node.text)
}

const urlSafe = (code: string): string => `rtrim(strtr(base64_encode(${code}), '+/', '-_'), '=')`

const functions: ReadonlySet<string> = new Set([
  'arrow_function',
  'anonymous_function',
  'anonymous_function_creation_expression',
  'function_definition',
  'method_declaration',
])

/** `fn () => …` has no place for statements, so they go into a function that is called at once. */
function calledAtOnce(written: WrittenSignature, parts: SignatureParts): WrittenSignature {
  const code = Object.values(parts).map((part: Term) => codeOf(part))
  const names = [...new Set(code.join(' ').match(/\$(?!this\b)[A-Za-z_]\w*/g))].join(', ')
  const body = [...written.prelude.split('\n'), `return ${written.expression};`]
  const lines = [`(function (${names}) {`, ...body.map((line) => `  ${line}`), `})(${names})`]
  return { prelude: '', expression: lines.join('\n'), imports: [] }
}

function write(parts: SignatureParts, context: WriteContext): WrittenSignature {
  const { evaluator, fresh, text, node } = context
  const [open, close] =
    /\barray\(/.test(text) && !/[=(,]\s*\[/.test(text) ? ['array(', ')'] : ['[', ']']
  const issuedAt = `$${fresh('issued_at')}`
  const expiresAt = `$${fresh('expires_at')}`
  const signingInput = `$${fresh('signing_input')}`
  const mac = `$${fresh('mac')}`
  const key = codeOf(parts.key)
  const prelude = [
    `${issuedAt} = time() - 30;`,
    `${expiresAt} = ${issuedAt} + 7200;`,
    `${signingInput} = implode('.', array_map(function ($part) {`,
    `  return ${urlSafe('json_encode($part)')};`,
    `}, ${open}`,
    `  ${open}'alg' => 'HS256', 'typ' => 'JWT'${close},`,
    `  ${open}`,
    `    'appKey' => ${key},`,
    `    'sdkKey' => ${key},`,
    `    'mn' => str_replace(${open}' ', '-'${close}, '', ${castTo('string', codeOf(parts.meetingNumber))}),`,
    `    'role' => ${roleCode(parts.role, evaluator)},`,
    `    'iat' => ${issuedAt},`,
    `    'exp' => ${expiresAt},`,
    `    'tokenExp' => ${expiresAt},`,
    "    'video_webrtc_mode' => 1,",
    `  ${close},`,
    `${close}));`,
    `${mac} = hash_hmac('sha256', ${signingInput}, ${codeOf(parts.secret)}, true);`,
  ].join('\n')
  const expression = `${signingInput} . '.' . ${urlSafe(mac)}`
  const written: WrittenSignature = { prelude, expression, imports: [] }
  return node.closest(functions)?.type === 'arrow_function' ? calledAtOnce(written, parts) : written
}

export const template: SignatureTemplate = { write, addImports: () => [] }
