import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Call } from '../language.ts'

/** A call or `new` in the words of all languages; `f.default(x)` is a call of `f`. */
export function callOf(node: SyntaxNode): Call | undefined {
  if (node.type !== 'call_expression' && node.type !== 'new_expression') return undefined
  const callee = node.get('function') ?? node.get('constructor')
  const args = node.get('arguments')?.namedChildren ?? []
  if (callee?.type === 'identifier') return { node, name: callee.text, args }
  if (callee?.type === 'import') return { node, name: 'import', args }
  if (callee?.type !== 'member_expression') return undefined
  const receiver = callee.get('object')
  const name = callee.get('property')?.text
  if (!receiver || !name) return undefined
  if (name !== 'default') return { node, name, receiver, args }
  if (receiver.type === 'identifier') return { node, name: receiver.text, args }
  return { node, name: receiver.get('property')?.text ?? name, args }
}
