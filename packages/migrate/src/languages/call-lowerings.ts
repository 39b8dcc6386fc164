import { base64, hex } from '../terms/encodings.ts'
import type { Evaluator } from '../terms/evaluator.ts'
import type { Term, TermOf } from '../terms/term.ts'
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
