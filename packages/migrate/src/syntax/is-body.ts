import type { SyntaxNode } from './syntax-node.ts'

const holders =
  /^(?:if|else|for|for_in|foreach|enhanced_for|while|do|with|labeled|using|lock)_(?:statement|clause)$|^control_structure_body$|_modifier$/

/** Whether a statement is all that another one does: were it gone, the next would take its place. */
export function isBody({ parent }: SyntaxNode): boolean {
  // A block of Python is nothing but its statements.
  const isAlone = parent?.type === 'block' && parent.children.length === 1
  return isAlone || holders.test(parent?.type ?? '')
}
