import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Call } from '../language.ts'

/** `GetValue` in `GetValue<string>`, `HMACSHA256` in `System.Security.Cryptography.HMACSHA256`. */
export function lastName(node: SyntaxNode | undefined): string {
  const simple = node?.type === 'generic_name' ? node.namedChildren[0] : node
  return simple?.text.replace(/^.*[.\s]/s, '') ?? ''
}

/** The values in a list of arguments, without the names that some are given by. */
export function argumentsOf(list: SyntaxNode | undefined): readonly SyntaxNode[] {
  return (list?.namedChildren ?? []).flatMap((each) => each.namedChildren.at(-1) ?? [])
}

/** The value of an argument given by its name: `expires: x`. */
export function argumentNamed(call: SyntaxNode, name: string): SyntaxNode | undefined {
  const list = call.get('arguments')?.namedChildren ?? []
  return list.find((each) => each.get('name')?.text === name)?.namedChildren.at(-1)
}

/** A creation is a call of `new Type`. */
export function callOf(node: SyntaxNode): Call | undefined {
  if (node.type === 'object_creation_expression') {
    const name = `new ${lastName(node.get('type'))}`
    return { node, name, args: argumentsOf(node.get('arguments')) }
  }
  if (node.type !== 'invocation_expression') return undefined
  const callee = node.get('function')
  const args = argumentsOf(node.get('arguments'))
  switch (callee?.type) {
    case 'identifier':
    case 'generic_name':
      return { node, name: lastName(callee), args }
    case 'member_access_expression': {
      const name = lastName(callee.get('name'))
      return { node, name, receiver: callee.get('expression'), args }
    }
    case 'conditional_access_expression': {
      const name = lastName(callee.namedChildren.at(-1)?.get('name'))
      return { node, name, receiver: callee.get('condition'), args }
    }
    default:
      return undefined
  }
}
