import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { className, methodName } from '../java/call-of.ts'
import type { Call } from '../language.ts'

/** `x` and `y` of `x.y`, `x?.y`. */
export function memberOf(node: SyntaxNode): { object: SyntaxNode; name: string } | undefined {
  if (node.type !== 'navigation_expression' && node.type !== 'directly_assignable_expression')
    return undefined
  const [object, suffix] = node.namedChildren
  const name = suffix?.type === 'navigation_suffix' ? suffix.namedChildren[0]?.text : undefined
  return object && name !== undefined ? { object, name } : undefined
}

/** The values given to a call; a name in front of one is left out. */
function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const suffix = call.namedChildren.find(({ type }) => type === 'call_suffix')
  const list = suffix?.namedChildren.find(({ type }) => type === 'value_arguments')
  return (list?.namedChildren ?? []).flatMap((each) => each.namedChildren.at(-1) ?? [])
}

/** The block that is given to a call: `apply { … }`. */
export function lambdaOf(call: SyntaxNode): SyntaxNode | undefined {
  return call.namedChildren
    .find(({ type }) => type === 'call_suffix')
    ?.namedChildren.find(({ type }) => type === 'annotated_lambda')?.namedChildren[0]
}

function calleeOf(node: SyntaxNode): Pick<Call, 'name' | 'receiver'> | undefined {
  if (node.type === 'simple_identifier')
    return { name: /^[A-Z]/.test(node.text) ? `new ${node.text}` : methodName(node.text) }
  const member = memberOf(node)
  if (!member) return undefined
  const { object: receiver, name } = member
  const owner = className(receiver)
  if (owner !== undefined) return { name: `${owner}.${name}`, receiver }
  if (/^[A-Z]/.test(name) && /^[a-z][\w.]*$/.test(receiver.text)) return { name: `new ${name}` }
  const isOwn = /^(?:this|[A-Z]\w*)$/.test(receiver.text)
  return { name: isOwn ? methodName(name) : name, receiver }
}

/** `date.time` calls `getTime()` as Java knows it. */
function propertyOf(node: SyntaxNode): Call | undefined {
  const member = memberOf(node)
  if (!member || node.type !== 'navigation_expression') return undefined
  if (node.parent?.type === 'call_expression' && node.parent.namedChildren[0] === node)
    return undefined
  const { object: receiver, name } = member
  return { node, name: `get${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, receiver, args: [] }
}

export function callOf(node: SyntaxNode): Call | undefined {
  const [callee] = node.namedChildren
  if (node.type !== 'call_expression' || !callee) return propertyOf(node)
  // `f(a) { … }` may be a call of the block after a call.
  const inner = callee.type === 'call_expression' ? callee : undefined
  if (inner && lambdaOf(node)) return callOf(inner) && { ...(callOf(inner) as Call), node }
  const named = calleeOf(callee)
  return named && { node, args: argumentsOf(node), ...named }
}
