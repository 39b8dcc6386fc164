import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term } from '../../terms/term.ts'
import type { Call, CallLowering } from '../language.ts'
import { nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'
import { functionTypes } from './functions.ts'

/** `hmac.New(sha256.New, key)` */
function keyOf(call: Call | undefined, evaluator: Evaluator): SyntaxNode | undefined {
  if (call?.name !== 'New' || !call.receiver) return undefined
  const module = evaluator.bindingOf(call.receiver)?.module
  const isHmac = module === undefined ? call.receiver.text === 'hmac' : module === 'crypto/hmac'
  const [hash, key] = call.args
  return isHmac && hash && /256\.New$/.test(hash.text) ? key : undefined
}

/** Where the MAC that a name stands for is made: later writes to it are no values of it. */
function creationOf(node: SyntaxNode, evaluator: Evaluator): SyntaxNode | undefined {
  if (keyOf(callOf(node), evaluator)) return node
  const name = nameOf(node)
  const bindings = name === undefined ? [] : evaluator.scopes.visible(name, node)
  return bindings
    .filter((binding) => binding.node.start < node.start)
    .findLast(({ value }) => value && keyOf(callOf(value), evaluator))?.value
}

/** What is written to the MAC, in order. */
function messagesTo(name: string, made: SyntaxNode, sum: SyntaxNode): readonly Call[] {
  const within = sum.closest(functionTypes)
  return (within ? descendants(within) : []).flatMap((node) => {
    const call = made.end <= node.start && node.end <= sum.start ? callOf(node) : undefined
    if (call?.name === 'Write' && call.receiver?.text === name) return [call]
    const isWriter = /^(?:WriteString|Fprint|Fprintf)$/.test(call?.name ?? '')
    return call && isWriter && call.args[0]?.text === name ? [call] : []
  })
}

/**
 * A key made from a text is that text, marked as `string`; any other is an expression that gives
 * bytes.
 */
function keyTerm(node: SyntaxNode, evaluator: Evaluator): Term {
  const term = evaluator.term(node)
  const binding = evaluator.bindingOf(term.node)
  const isLocal =
    binding !== undefined && evaluator.scopes.scopeOf(binding) !== evaluator.scopes.root
  if (term.kind !== 'bytes' || (nameOf(term.node) !== undefined && !isLocal)) return term
  return { kind: 'string', of: term.of, node: term.of.node, inlined: term.of.inlined }
}

/** `mac.Sum(nil)` after `mac.Write(message)` */
export const lowerSum: CallLowering = ({ receiver, node, args }, evaluator) => {
  const made = receiver && creationOf(receiver, evaluator)
  const key = made && keyOf(callOf(made), evaluator)
  if (!made || !key || args.length !== 1) return undefined
  evaluator.term(receiver)
  const calls = messagesTo(receiver.text, made, node)
  const terms = calls.map((call) => {
    evaluator.restsOn(call.node)
    return evaluator.term(call.args.at(-1) ?? call.node)
  })
  const [first] = terms
  if (!first) return undefined
  const whole = evaluator.made(node, { kind: 'concat', parts: terms })
  const message = terms.length === 1 ? first : whole
  const elsewhere = made.closest(functionTypes) !== node.closest(functionTypes)
  return {
    kind: 'hmac',
    key: elsewhere ? { ...evaluator.opaque(key), inlined: true } : keyTerm(key, evaluator),
    message,
  }
}
