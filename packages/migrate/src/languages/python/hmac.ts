import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import { hex } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Call, CallLowering } from '../language.ts'
import { callOf } from './call-of.ts'

const functionTypes: ReadonlySet<string> = new Set(['function_definition', 'module'])

interface Mac {
  readonly key: SyntaxNode
  readonly messages: readonly SyntaxNode[]
}

/** An argument by its place or its name. */
function named({ args }: Call, index: number, names: RegExp): SyntaxNode | undefined {
  const keyword = args.find(
    ({ type, children }) => type === 'keyword_argument' && names.test(children[0]?.text ?? ''),
  )
  const plain = args[index]
  return keyword?.get('value') ?? (plain?.type === 'keyword_argument' ? undefined : plain)
}

function created(call: Call, evaluator: Evaluator): Mac | undefined {
  const isNew =
    (call.name === 'new' && /(?:^|\.)(?:hmac|HMAC)$/i.test(call.receiver?.text ?? '')) ||
    evaluator.bindingOf(call.receiver ?? call.node.get('function') ?? call.node)?.module ===
      'hmac' ||
    (call.name === 'HMAC' && call.args.length > 1)
  const key = named(call, 0, /^key$/)
  const message = named(call, 1, /^msg$/)
  const digest = named(call, 2, /^digestmod$/)
  if (
    !isNew ||
    !key ||
    !/sha-?256/i.test(`${digest?.text ?? ''}${evaluator.bindingOf(digest ?? key)?.imported ?? ''}`)
  )
    return undefined
  return { key, messages: message && message.text !== 'None' ? [message] : [] }
}

function macOf(node: SyntaxNode, evaluator: Evaluator, depth = 0): Mac | undefined {
  const call = callOf(node)
  const made = call && created(call, evaluator)
  if (made) return made
  const value = depth < 3 ? evaluator.bindingOf(node)?.value : undefined
  const mac = value && value !== node ? macOf(value, evaluator, depth + 1) : undefined
  if (!mac) return undefined
  evaluator.term(node)
  const messages = [...mac.messages]
  const scope = node.closest(functionTypes)
  for (const inner of scope ? descendants(scope) : []) {
    const update = inner.end <= node.start ? callOf(inner) : undefined
    if (update?.name !== 'update' || update.receiver?.text !== node.text || !update.args[0])
      continue
    evaluator.restsOn(inner)
    messages.push(update.args[0])
  }
  return { ...mac, messages }
}

/** `hmac.digest(key, message, 'sha256')` */
function oneShot(call: Call, evaluator: Evaluator): Mac | undefined {
  const [key, message, digest] = call.args
  const isModule = call.receiver && evaluator.bindingOf(call.receiver)?.module === 'hmac'
  return isModule && key && message && /sha-?256/i.test(digest?.text ?? '')
    ? { key, messages: [message] }
    : undefined
}

/** `hmac.new(key, message, hashlib.sha256).digest()`, also through a variable. */
export const lowerHmac: CallLowering = (call, evaluator) => {
  const mac = oneShot(call, evaluator) ?? (call.receiver && macOf(call.receiver, evaluator))
  if (!mac || mac.messages.length === 0) return undefined
  const messages = mac.messages.map((node) => evaluator.term(node))
  const [first] = messages
  const whole = evaluator.made(call.node, { kind: 'concat', parts: messages })
  const message = messages.length === 1 && first ? first : whole
  const made = evaluator.made(call.node, { kind: 'hmac', key: evaluator.term(mac.key), message })
  return call.name === 'hexdigest' ? hex(made) : made
}
