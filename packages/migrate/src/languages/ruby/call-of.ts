import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Call } from '../language.ts'
import { isLocal } from './locals.ts'

/** Modules of libraries; `JWT.encode` is a name of its own, so that no method is taken for it. */
const library =
  /^(?:::)?(?:ActiveSupport::JSON|Array|Base64|Digest::\w+|Integer|JSON|JWT|MultiJson|OpenSSL::\w+|OpenSSL::Digest::\w+|Oj|Process|String|Time|DateTime|URI|CGI)$/

/** The nodes that stand for what is given to a call, hashes without braces as pairs. */
function argumentsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.get('arguments')?.namedChildren ?? []
}

/** Methods have names apart from those of variables: `hash = hash(text)`. */
export function methodName(name: string): string {
  return `${name}()`
}

/** A bare name that is no variable is a call too. */
function bareCall(node: SyntaxNode): Call | undefined {
  if (node.type !== 'identifier' || node.field === 'method' || isLocal(node)) return undefined
  return { node, name: methodName(node.text), args: [] }
}

export function callOf(node: SyntaxNode): Call | undefined {
  if (node.type !== 'call') return bareCall(node)
  const name = node.get('method')?.text ?? 'call'
  const receiver = node.get('receiver')
  const args = argumentsOf(node)
  if (!receiver || /^self(?:\.class)?$/.test(receiver.text))
    return { node, name: methodName(name), args }
  if (library.test(receiver.text))
    return { node, name: `${receiver.text.replace(/^::/, '')}.${name}`, receiver, args }
  return { node, name: receiver.type === 'constant' ? methodName(name) : name, receiver, args }
}
