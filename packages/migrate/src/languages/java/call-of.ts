import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Call } from '../language.ts'

/** Classes of libraries; `Mac.getInstance` is a name of its own, so that no helper is taken for it. */
const libraryClass =
  /^(?:Algorithm|Arrays|Base64|Base64Utils|BaseEncoding|Clock|Collectors|Date|DatatypeConverter|Duration|Hashing|Hex|HexFormat|HmacUtils|Instant|Integer|JSON|JSONObject|JWT|Joiner|Jwts|Keys|List|Long|Mac|Map|Math|ImmutableMap|MessageFormat|Objects|Stream|String|StringUtils|System|TimeUnit)$/

export function className(receiver: SyntaxNode | undefined): string | undefined {
  const name = receiver && /^(?:[a-z]\w*\.)*([A-Z]\w*)$/.exec(receiver.text)?.[1]
  return name !== undefined && libraryClass.test(name) ? name : undefined
}

/** The name of a class without its package and its type arguments. */
function plainTypeName(type: SyntaxNode): string {
  return type.text.replace(/<[\s\S]*$/, '').replace(/^.*\./s, '')
}

/** Methods have names apart from those of variables: `String hash = hash(text);`. */
export function methodName(name: string): string {
  return `${name}()`
}

export function callOf(node: SyntaxNode): Call | undefined {
  const args = node.get('arguments')?.namedChildren ?? []
  const type = node.get('type')
  if (node.type === 'object_creation_expression' && type)
    return { node, name: `new ${plainTypeName(type)}`, args }
  const name = node.get('name')?.text
  if (node.type !== 'method_invocation' || name === undefined) return undefined
  const receiver = node.get('object')
  const owner = className(receiver)
  if (owner !== undefined) return { node, name: `${owner}.${name}`, receiver, args }
  const isOwn = !receiver || /^(?:this|[A-Z]\w*)$/.test(receiver.text)
  return { node, name: isOwn ? methodName(name) : name, receiver, args }
}
