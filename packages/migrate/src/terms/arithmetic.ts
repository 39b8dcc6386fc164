import type { Term, TermOf } from './term.ts'

type Linear = Extract<TermOf, { kind: 'linear' }>

export const now: Linear = { kind: 'linear', now: 1, add: 0 }
export const nowSeconds: Linear = { kind: 'linear', now: 0.001, add: 0 }

export function constant(add: number): Linear {
  return { kind: 'linear', now: 0, add }
}

/** A sum, product … of numbers that are known up to the present time; else nothing. */
export function calculate(operator: string, left: Term, right: Term): Linear | undefined {
  if (left.kind !== 'linear' || right.kind !== 'linear') return undefined
  switch (operator) {
    case '+':
      return { kind: 'linear', now: left.now + right.now, add: left.add + right.add }
    case '-':
      return { kind: 'linear', now: left.now - right.now, add: left.add - right.add }
    case '*':
      if (right.now === 0) return scale(left, right.add)
      return left.now === 0 ? scale(right, left.add) : undefined
    case '/':
    case '//':
      return right.now === 0 && right.add !== 0 ? scale(left, 1 / right.add) : undefined
    case '**':
      return left.now === 0 && right.now === 0 ? constant(left.add ** right.add) : undefined
    default:
      return undefined
  }
}

function scale({ now: times, add }: Linear, by: number): Linear {
  return { kind: 'linear', now: times * by, add: add * by }
}

/** What a sum with `+` makes where it also joins texts. */
export function sumOrConcat(left: Term, right: Term): TermOf {
  return calculate('+', left, right) ?? { kind: 'concat', parts: [left, right] }
}

/** What `x += y`, `x .= y`, `x -= y` make of the value before; of `x ??= y` nothing is known. */
export function assigned(operator: string | undefined, before: Term, value: Term): TermOf {
  const sign = operator?.replace(/=$/, '') ?? ''
  if (sign === '+') return sumOrConcat(before, value)
  if (/^(?:&?\.|&|<<)?$/.test(sign)) return { kind: 'concat', parts: [before, value] }
  return calculate(sign, before, value) ?? { kind: 'opaque', inputs: [before, value] }
}
