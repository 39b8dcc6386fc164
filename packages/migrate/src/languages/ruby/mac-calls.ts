import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { base64, hex } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term, TermOf } from '../../terms/term.ts'
import { receiverOf } from '../call-lowerings.ts'
import type { CallLowering } from '../language.ts'
import { grown } from './lower.ts'

function isSha256(node: SyntaxNode | undefined, evaluator: Evaluator): boolean {
  if (!node) return false
  if (/sha_?-?256/i.test(node.text)) return true
  const value = evaluator.bindingOf(node)?.value
  const term = evaluator.term(node)
  return (
    /sha_?-?256/i.test(value?.text ?? '') || (term.kind === 'text' && /sha-?256/i.test(term.value))
  )
}

/** `OpenSSL::HMAC.digest('sha256', secret, data)` and its relatives. */
function digestOf(make: (mac: Term) => Term | TermOf): CallLowering {
  return (call, evaluator) => {
    const [digest, key, message] = call.args
    if (!key || !message || !isSha256(digest, evaluator)) return undefined
    return make(
      evaluator.made(call.node, {
        kind: 'hmac',
        key: evaluator.term(key),
        message: evaluator.term(message),
      }),
    )
  }
}

/** `OpenSSL::HMAC.new(secret, digest)`, which has no message yet. */
const newMac: CallLowering = (call, evaluator) => {
  const [key, digest] = call.args
  if (!key || !isSha256(digest, evaluator)) return undefined
  const message = evaluator.made(call.node, { kind: 'concat', parts: [] })
  return { kind: 'hmac', key: evaluator.term(key), message }
}

/** `hmac.update(x)`; of anything else, the thing itself. */
const update: CallLowering = (call, evaluator) => {
  const mac = receiverOf(call, evaluator)
  const [more] = call.args
  if (mac?.kind !== 'hmac' || !more) return mac
  const message = grown(mac.message, evaluator.term(more), call.node, evaluator)
  return { kind: 'hmac', key: mac.key, message }
}

function finished(make: (mac: Term) => Term | TermOf): CallLowering {
  return (call, evaluator) => {
    const mac = receiverOf(call, evaluator)
    return mac?.kind === 'hmac' ? make(mac) : undefined
  }
}

const itself = (mac: Term): Term => mac

export const macCalls: Readonly<Record<string, CallLowering>> = {
  'OpenSSL::HMAC.digest': digestOf(itself),
  'OpenSSL::HMAC.hexdigest': digestOf(hex),
  'OpenSSL::HMAC.base64digest': digestOf(base64),
  'OpenSSL::HMAC.new': newMac,
  update,
  digest: finished(itself),
  hexdigest: finished(hex),
  base64digest: finished(base64),
}
