import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Call } from '../language.ts'

/** A conversion to a slice, `[]byte(x)`, is a call of `[]byte`. */
export function callOf(node: SyntaxNode): Call | undefined {
  if (node.type === 'type_conversion_expression') {
    const operand = node.get('operand')
    return operand && { node, name: node.get('type')?.text ?? '', args: [operand] }
  }
  if (node.type !== 'call_expression') return undefined
  const callee = node.get('function')
  const args = node.get('arguments')?.namedChildren ?? []
  if (callee?.type === 'identifier') return { node, name: callee.text, args }
  if (callee?.type !== 'selector_expression') return undefined
  const name = callee.get('field')?.text
  return name ? { node, name, receiver: callee.get('operand'), args } : undefined
}

/** The package that a call goes to, by its usual name. */
export function packageOf({ receiver }: Call): string {
  return receiver?.type === 'identifier' ? receiver.text : ''
}
