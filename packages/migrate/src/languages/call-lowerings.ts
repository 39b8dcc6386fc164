import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { calculate, constant } from '../terms/arithmetic.ts'
import { collected } from '../terms/collections.ts'
import { base64, hex, joined } from '../terms/encodings.ts'
import type { Evaluator } from '../terms/evaluator.ts'
import { isTerm, plain, type Term, type TermOf } from '../terms/term.ts'
import type { Call, CallLowering } from './language.ts'

/** The term of an argument. */
export function argument(call: Call, evaluator: Evaluator, index: number): Term | undefined {
  const node = call.args[index]
  return node && evaluator.term(node)
}

/** The first argument unchanged: `Utf8.parse(x)`, `Math.floor(x)`, `round($x)`. */
export const firstArgument: CallLowering = (call, evaluator) => argument(call, evaluator, 0)

/** The term of what the call is made on; as a lowering, that unchanged: `x.trim()`. */
export function receiverOf({ receiver }: Call, evaluator: Evaluator): Term | undefined {
  return receiver && evaluator.term(receiver)
}

/** Makes the terms of texts that a call puts between or around others. */
export function pieces({ node }: Call, evaluator: Evaluator): (value: string) => Term {
  return (value) => evaluator.made(node, { kind: 'text', value, piece: true })
}

/** `list.join(separator)`; all as one without a separator. */
export function joinOf(stringOf: (node: SyntaxNode) => string | undefined): CallLowering {
  return (call, evaluator) => {
    const list = receiverOf(call, evaluator)
    const [separator] = call.args
    const text = separator ? stringOf(separator) : ''
    if (list?.kind !== 'list' || text === undefined) return undefined
    return joined(list.items, text, pieces(call, evaluator))
  }
}

/** A number times another, as in a change of unit. */
export function scaled(
  term: Term | undefined,
  factor: number,
  evaluator: Evaluator,
): TermOf | undefined {
  return term && calculate('*', term, evaluator.made(term.node, constant(factor)))
}

/** A call of which no more is known than what goes into it. */
export function opaqueCall(node: SyntaxNode, call: Call | undefined, evaluator: Evaluator): Term {
  return evaluator.opaque(
    node,
    (call?.args ?? []).map((input) => evaluator.term(input)),
  )
}

/**
 * A value that code passes on: `await x`, `keys[0]`, `x as String`. What is made by an HMAC or base64
 * is known after it as before; of anything else this code is all that is known, and stays.
 */
export function passed(
  node: SyntaxNode,
  of: Term | TermOf | undefined,
  evaluator: Evaluator,
): Term | TermOf | undefined {
  if (!of || !isTerm(of)) return of
  const isKnown = of.kind === 'bytes' || plain(of).kind !== 'opaque'
  return isKnown ? of : evaluator.opaque(node, [of])
}

/** A call that changes a text, as `trim` does. */
export function textChange(lowering: CallLowering): CallLowering {
  return (call, evaluator) => passed(call.node, lowering(call, evaluator), evaluator)
}

/** A lowering that wraps the first argument. */
export function ofFirst(make: (of: Term) => Term | TermOf): CallLowering {
  return (call, evaluator) => {
    const of = argument(call, evaluator, 0)
    return of && make(of)
  }
}

export const base64OfFirst: CallLowering = ofFirst(base64)
export const hexOfFirst: CallLowering = ofFirst(hex)
export const jsonOfFirst: CallLowering = ofFirst((of) => ({ kind: 'json', of }))

const spreads = /^(?:spread_element|list_splat|splat_argument)$/

/** The items of a list, with those of another one that is spread in it. */
export function itemsOf(nodes: readonly SyntaxNode[], evaluator: Evaluator): readonly Term[] {
  return nodes.flatMap((node) => {
    const inner = spreads.test(node.type) ? node.namedChildren[0] : undefined
    const list = inner && collected(evaluator.term(inner))
    return list?.kind === 'list' ? list.items : [evaluator.term(node)]
  })
}
