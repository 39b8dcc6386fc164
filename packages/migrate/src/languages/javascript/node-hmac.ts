import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import { encoded } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term } from '../../terms/term.ts'
import type { Call, CallLowering } from '../language.ts'
import { callOf } from './call-of.ts'
import { signJwt } from './jwt-calls.ts'
import { stringOf } from './literals.ts'

const functionTypes: ReadonlySet<string> = new Set([
  'function_declaration',
  'function_expression',
  'arrow_function',
  'method_definition',
  'program',
])

/** `h.update(x)` statements on the same variable, in order. */
function updatesOf(receiver: SyntaxNode, before: number, evaluator: Evaluator): SyntaxNode[] {
  const scope = receiver.closest(functionTypes)
  const found: SyntaxNode[] = []
  for (const node of scope ? descendants(scope) : []) {
    if (node.end > before) continue
    const call = callOf(node)
    if (call?.name !== 'update' || call.receiver?.text !== receiver.text || !call.args[0]) continue
    evaluator.restsOn(node)
    found.push(call.args[0])
  }
  return found
}

interface Chain {
  readonly create: Call
  readonly messages: readonly SyntaxNode[]
}

/** Follows `createHmac(…).update(a).update(b)`, also through a variable that holds the HMAC. */
function chainOf(node: SyntaxNode, evaluator: Evaluator, depth = 0): Chain | undefined {
  const call = evaluator.callOf(node)
  if (call?.name === 'createHmac') return { create: call, messages: [] }
  if (call?.name === 'update' && call.receiver && call.args[0]) {
    const chain = chainOf(call.receiver, evaluator, depth)
    return chain && { ...chain, messages: [...chain.messages, call.args[0]] }
  }
  const value = depth < 3 ? evaluator.bindingOf(node)?.value : undefined
  const chain = value && value !== node ? chainOf(value, evaluator, depth + 1) : undefined
  if (!chain) return undefined
  evaluator.term(node)
  return { ...chain, messages: [...chain.messages, ...updatesOf(node, node.start, evaluator)] }
}

const digest: CallLowering = (call, evaluator) => {
  const chain = call.receiver && chainOf(call.receiver, evaluator)
  const [algorithm, secret] = chain?.create.args ?? []
  if (!chain || !algorithm || !secret) return undefined
  const name = stringOf(algorithm) ?? ''
  if (!/^(?:rsa-)?sha-?256$/i.test(name)) return undefined
  const messages: Term[] = chain.messages.map((node) => evaluator.term(node))
  const [first] = messages
  if (!first) return undefined
  const parts = evaluator.made(call.node, { kind: 'concat', parts: messages })
  const message = messages.length > 1 ? parts : first
  const mac = evaluator.made(call.node, { kind: 'hmac', key: evaluator.term(secret), message })
  return encoded(mac, call.args[0] && stringOf(call.args[0]))
}

/** `crypto.subtle.sign('HMAC', key, data)` with the key from `importKey('raw', secret, …)`. */
const subtleSign: CallLowering = (call, evaluator) => {
  const [algorithm, keyNode, data] = call.args
  if (!call.receiver?.text.endsWith('subtle') || !algorithm || !keyNode || !data) return undefined
  if (!/HMAC/.test(algorithm.text)) return undefined
  const value = evaluator.bindingOf(keyNode)?.value ?? keyNode
  const imported = callOf(
    value.type === 'await_expression' ? (value.namedChildren[0] ?? value) : value,
  )
  const secret = imported?.name === 'importKey' ? imported.args[1] : undefined
  evaluator.term(keyNode)
  const key = evaluator.term(secret ?? keyNode)
  return { kind: 'hmac', key, message: evaluator.term(data) }
}

export const nodeHmacCalls: Readonly<Record<string, CallLowering>> = {
  createHmac: () => undefined,
  digest,
  sign: (call, evaluator) => subtleSign(call, evaluator) ?? signJwt(call, evaluator),
}
