import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term } from '../../terms/term.ts'
import type { CallLowering } from '../language.ts'
import { functionTypes } from './functions.ts'
import { entriesIn, lowerItemSet } from './objects.ts'

/** `claims := token.Claims.(jwt.MapClaims)`, and every `claims["mn"] = number`. */
function claimsOf(token: string, at: SyntaxNode, evaluator: Evaluator): readonly Term[] {
  const within = at.closest(functionTypes)
  const nodes = within ? descendants(within) : []
  const names = new Set([`${token}.Claims`])
  for (const node of nodes) {
    const [left, right] = [node.get('left'), node.get('right')]
    if (node.type === 'short_var_declaration' && right?.text.startsWith(`${token}.Claims.(`))
      names.add(left?.namedChildren[0]?.text ?? '')
  }
  return nodes.flatMap((node): readonly Term[] => {
    if (node.type !== 'assignment_statement') return []
    const left = node.get('left')?.namedChildren[0]
    const right = node.get('right')?.namedChildren[0]
    const target = left?.get('operand')?.text.replace(/\.\(.*\)$/, '')
    if (left?.text === `${token}.Claims` && right) return [evaluator.term(right)]
    const item =
      target !== undefined && names.has(target) ? lowerItemSet(node, evaluator) : undefined
    return item ? [evaluator.made(node, item)] : []
  })
}

/** `token.SignedString(key)` */
const signedString: CallLowering = ({ node, receiver, args }, evaluator) => {
  const [key] = args
  if (!receiver || !key) return undefined
  const token = evaluator.term(receiver)
  const terms = [token, ...claimsOf(receiver.text, node, evaluator)]
  const entries = terms.flatMap(entriesIn)
  const payload = evaluator.made(node, { kind: 'object', entries })
  return entries.length > 0 ? { kind: 'jwt', payload, key: evaluator.term(key) } : undefined
}

export const jwtCalls: Readonly<Record<string, CallLowering>> = {
  NewWithClaims: ({ args }, evaluator) => {
    const claims = args[1] && evaluator.term(args[1])
    return claims && { kind: 'object', entries: entriesIn(claims) }
  },
  SignedString: signedString,
}
