import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term } from '../../terms/term.ts'
import { argument } from '../call-lowerings.ts'
import type { Binding, CallLowering } from '../language.ts'
import { nameOf } from './bindings.ts'
import { callOf, lastName } from './call-of.ts'
import { functionTypes } from './functions.ts'

const hmacType = /^HMACSHA256(?:Cng)?$/

export function isNewHmac(node: SyntaxNode | undefined): boolean {
  if (node?.type === 'implicit_object_creation_expression')
    return hmacType.test(lastName(node.parent?.parent?.get('type')))
  if (node?.type !== 'object_creation_expression') return false
  return hmacType.test(lastName(node.get('type')))
}

/** The creation of an HMAC object, also through names, and the declaration that holds it. */
function creationOf(
  node: SyntaxNode,
  evaluator: Evaluator,
  depth = 0,
): { created: SyntaxNode; binding?: Binding | undefined } | undefined {
  if (isNewHmac(node)) return { created: node }
  const binding = depth < 3 ? evaluator.bindingOf(node) : undefined
  const found = binding?.value && creationOf(binding.value, evaluator, depth + 1)
  return found && { created: found.created, binding: found.binding ?? binding }
}

/** The key given later or in braces: `hmac.Key = key`. */
function keySetOn(name: string | undefined, created: SyntaxNode): SyntaxNode | undefined {
  const within = created.get('initializer') ?? created.closest(functionTypes)
  const wanted = created.get('initializer') ? 'Key' : `${name}.Key`
  const set = (within ? descendants(within) : []).find(
    (each) => each.type === 'assignment_expression' && each.get('left')?.text === wanted,
  )
  return set?.get('right')
}

/**
 * A key made from a text is that text, marked as `string`, so that the new code can make bytes of
 * it; any other is an expression that gives bytes.
 */
function keyTerm(node: SyntaxNode, evaluator: Evaluator): Term {
  const term = evaluator.term(node)
  const binding = evaluator.bindingOf(term.node)
  const isLocal = binding && functionTypes.has(evaluator.scopes.scopeOf(binding).type)
  if (term.kind !== 'bytes' || (nameOf(term.node) !== undefined && !isLocal)) return term
  return { kind: 'string', of: term.of, node: term.of.node, inlined: term.of.inlined }
}

/** `hmac.ComputeHash(message)` */
export const computeHash: CallLowering = (call, evaluator) => {
  const { receiver, node } = call
  const found = receiver && creationOf(receiver, evaluator)
  const message = argument(call, evaluator, 0)
  if (!found || !message) return undefined
  evaluator.term(receiver)
  const { created } = found
  const given = callOf(created)?.args[0] ?? created.get('arguments')?.namedChildren[0]
  const keyNode = given ?? keySetOn(nameOf(receiver), created)
  if (!keyNode) return undefined
  const elsewhere = created.closest(functionTypes) !== node.closest(functionTypes)
  const key = elsewhere
    ? { ...evaluator.opaque(keyNode), inlined: true }
    : keyTerm(keyNode, evaluator)
  return { kind: 'hmac', key, message }
}

/** `HMACSHA256.HashData(key, message)` */
export const hashData: CallLowering = ({ receiver, args }, evaluator) => {
  const [key, message] = args
  return key && message && hmacType.test(lastName(receiver))
    ? { kind: 'hmac', key: keyTerm(key, evaluator), message: evaluator.term(message) }
    : undefined
}
