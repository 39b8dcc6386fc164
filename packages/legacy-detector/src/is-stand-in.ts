import { isPlaceholder } from '@sigshift/spec'

const longest = 100

/** Real keys and secrets are random letters of three kinds, and one in 30,000 begins with `My-` or the like. */
function looksRandom(text: string): boolean {
  return text.length >= 20 && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text)
}

/** Whether a key or secret was never filled in. */
export function isStandIn(text: string): boolean {
  return text.length < longest && isPlaceholder(text) && !looksRandom(text)
}
