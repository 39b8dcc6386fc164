import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Call } from '../language.ts'

/** Objects and classes of the library; `utf8.encode` is a name of its own. */
const libraryName =
  /^(?:ascii|base64|base64Url|DateTime|Encoding|hex|HEX|int|json|latin1|num|Platform|utf8)$/

/** Functions have names apart from those of variables: `final hash = hash(text);`. */
export function functionName(name: string): string {
  return `${name}()`
}

/** `x` and `y` of `x.y`, `x?.y`. */
export function memberOf(
  node: SyntaxNode,
): { readonly object: SyntaxNode; readonly name: string } | undefined {
  const [object, selector] = node.type === 'member_expression' ? node.namedChildren : []
  const name = selector?.subtree.find(({ type }) => /^(?:member_name|identifier)$/.test(type))?.text
  return object && name !== undefined ? { object, name } : undefined
}

function listOf(node: SyntaxNode): readonly SyntaxNode[] {
  const list = node.type === 'arguments' ? node : node.subtree.find(isArguments)
  return list?.namedChildren ?? []
}

function isArguments({ type }: SyntaxNode): boolean {
  return type === 'arguments'
}

/** What is given to a call by its place. */
function argumentsIn(list: SyntaxNode | undefined): readonly SyntaxNode[] {
  return list
    ? listOf(list).flatMap((each) =>
        each.type === 'argument' ? (each.namedChildren[0] ?? []) : [],
      )
    : []
}

/** What is given to a call by a name. */
export function namedArgument(call: SyntaxNode, name: string): SyntaxNode | undefined {
  const list = call.namedChildren.at(-1)
  const found = list && listOf(list).find((each) => each.children[0]?.text.trim() === `${name}:`)
  return found?.namedChildren.at(-1)
}

/** `crypto.Hmac` after `import … as crypto` is `Hmac`. */
function isPrefix(object: SyntaxNode): boolean {
  if (object.type !== 'identifier') return false
  let root = object
  while (root.parent) root = root.parent
  return root.children.some(
    ({ type, text }) =>
      type === 'import_or_export' && new RegExp(`\\bas\\s+${object.text}\\s*;`).test(text),
  )
}

function calleeOf(node: SyntaxNode): Pick<Call, 'name' | 'receiver'> | undefined {
  if (node.type === 'identifier') return { name: functionName(node.text) }
  const member = memberOf(node)
  if (!member) return undefined
  const { object: receiver, name } = member
  if (isPrefix(receiver)) return { name: functionName(name) }
  const owner = memberOf(receiver)
  const library = owner && isPrefix(owner.object) ? owner.name : receiver.text
  if (libraryName.test(library)) return { name: `${library}.${name}`, receiver }
  const isOwn = /^(?:this|super|_?[A-Z]\w*)$/.test(receiver.text)
  return { name: isOwn ? functionName(name) : name, receiver }
}

/** `digest.bytes` is a call of a getter. */
function getterOf(node: SyntaxNode): Call | undefined {
  const member = memberOf(node)
  const isCallee = node.parent?.type === 'call_expression' && node.field === 'object'
  if (!member || isCallee || isPrefix(member.object)) return undefined
  return { node, name: `get ${member.name}`, receiver: member.object, args: [] }
}

export function callOf(node: SyntaxNode): Call | undefined {
  if (/^(?:new|const_object)_expression$/.test(node.type)) {
    const type = node.namedChildren.findLast(({ type: kind }) => /identifier$/.test(kind))
    return (
      type && { node, name: functionName(type.text), args: argumentsIn(node.namedChildren.at(-1)) }
    )
  }
  const [callee, list] = node.namedChildren
  if (node.type !== 'call_expression' || !callee) return getterOf(node)
  const named = calleeOf(callee)
  return named && { node, args: argumentsIn(list), ...named }
}
