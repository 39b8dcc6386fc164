import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { CallLowering } from '../language.ts'

/** The algorithm's name, also where a name stands for it; a helper may get it from its callers. */
function isSha256(node: SyntaxNode | undefined, evaluator: Evaluator): boolean {
  if (!node) return false
  const value = evaluator.bindingOf(node)?.value ?? evaluator.term(node).node
  return value.type === 'atom' ? value.text === ':sha256' : value.type === 'identifier'
}

/** `:crypto.mac(:hmac, :sha256, key, message)` and `:crypto.hmac(:sha256, key, message)`. */
function macAfter(algorithm: number): CallLowering {
  return ({ args }, evaluator) => {
    const [digest, key, message] = args.slice(algorithm)
    const isHmac = algorithm === 0 || args[0]?.text === ':hmac'
    if (!key || !message || !isHmac || !isSha256(digest, evaluator)) return undefined
    return { kind: 'hmac', key: evaluator.term(key), message: evaluator.term(message) }
  }
}

export const macCalls: Readonly<Record<string, CallLowering>> = {
  ':crypto.mac': macAfter(1),
  ':crypto.hmac': macAfter(0),
}
