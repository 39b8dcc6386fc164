import { childrenOf, type Term } from './term.ts'

const sizes = new WeakMap<Term, number>()
const macs = new WeakMap<Term, boolean>()

/** How many terms a term is, each counted as often as it stands there. */
export function sizeOf(term: Term): number {
  const known = sizes.get(term)
  if (known !== undefined) return known
  const size = childrenOf(term).reduce((sum, child) => sum + sizeOf(child), 1)
  sizes.set(term, size)
  return size
}

/** Whether an HMAC is anywhere in a term; what has none need not be looked at closer. */
export function hasMac(term: Term): boolean {
  const known = macs.get(term)
  if (known !== undefined) return known
  const found = term.kind === 'hmac' || childrenOf(term).some(hasMac)
  macs.set(term, found)
  return found
}
