import { legacySignatureOf } from '../meanings/legacy-signature.ts'
import type { Edit } from '../rewrite/edit.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { plain } from '../terms/term.ts'
import type { Unit } from './rule.ts'

const wrappers = /^(?:await|parenthesized)(?:_expression)?$/

/** In an expression that encodes it, the call or the name that stands for the joined text. */
function joinedIn(encoded: SyntaxNode, { evaluator }: Unit): SyntaxNode | undefined {
  let joined = encoded.subtree.findLast((node) => {
    if (!node.named) return false
    const flaws = legacySignatureOf(evaluator.term(node))?.flaws
    return flaws?.includes('not-encoded') === true
  })
  while (joined?.parent && joined.parent !== encoded && wrappers.test(joined.parent.type))
    joined = joined.parent
  return joined
}

/**
 * Where a function joins the fields and its callers encode what it gives: the callers take the
 * token as it is. Nothing where one of them wants bytes.
 * @param callers Expressions that are the signature by calling a function that makes it.
 */
export function callersWithoutEncoding(
  unit: Unit,
  helper: SyntaxNode,
  callers: readonly SyntaxNode[],
): readonly Edit[] | undefined {
  const { evaluator } = unit
  const encoding = callers.filter(
    (node) =>
      !node.contains(helper) &&
      plain(evaluator.term(node)).kind === 'base64' &&
      evaluator.basisOf(node).through.has(helper),
  )
  const places = new Map<SyntaxNode, SyntaxNode>()
  for (const node of encoding) {
    const joined = joinedIn(node, unit)
    const known = joined && places.get(joined)
    if (joined && !(known?.contains(node) === true)) places.set(joined, node)
  }
  if ([...places.values()].some((node) => evaluator.term(node).kind === 'bytes')) return undefined
  return [...places].flatMap(([joined, { start, end }]): readonly Edit[] => [
    [start, joined.start, ''],
    [joined.end, end, ''],
  ])
}
