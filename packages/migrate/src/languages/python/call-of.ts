import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Call } from '../language.ts'

export function callOf(node: SyntaxNode): Call | undefined {
  if (node.type !== 'call') return undefined
  const callee = node.get('function')
  const args = node.get('arguments')?.namedChildren ?? []
  if (callee?.type === 'identifier') return { node, name: callee.text, args }
  const name = callee?.get('attribute')?.text
  return callee?.type === 'attribute' && name
    ? { node, name, receiver: callee.get('object'), args }
    : undefined
}
