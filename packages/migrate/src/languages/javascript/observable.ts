import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { descendants } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'

/** The name whose only value is an expression, where it is read once; its reading. */
function onlyReading(node: SyntaxNode, { scopes }: Evaluator): SyntaxNode | undefined {
  const declarator = node.parent?.type === 'variable_declarator' ? node.parent : undefined
  const name = declarator?.get('name')
  if (!declarator || !name) return undefined
  const uses = descendants(scopes.root).filter(
    (use) =>
      use.text === name.text &&
      use !== name &&
      /^(?:shorthand_property_)?identifier$/.test(use.type) &&
      scopes.visible(use.text, use).some((binding) => binding.node === declarator),
  )
  return uses.length === 1 ? uses[0] : undefined
}

export interface Observed {
  /** The call `of(signature)` of RxJS. */
  readonly call: SyntaxNode
  /** The declaration that only serves it. */
  readonly remove: readonly SyntaxNode[]
}

/** Where a signature is made for an observable of it alone. */
export function observedBy(node: SyntaxNode, evaluator: Evaluator): Observed | undefined {
  const reading = onlyReading(node, evaluator)
  const list = (reading ?? node).parent
  const call =
    list?.type === 'arguments' && list.namedChildren.length === 1 ? list.parent : undefined
  const callee = call?.get('function')
  const binding = callee && evaluator.bindingOf(callee)
  if (!call || binding?.module !== 'rxjs' || binding.imported !== 'of') return undefined
  const declaration = reading && node.parent?.parent
  if (declaration && declaration.namedChildren.length !== 1) return undefined
  // What the call rests on is known once it has been worked out.
  evaluator.term(call)
  return { call, remove: declaration ? [declaration] : [] }
}
