import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding } from '../language.ts'
import { functionTypes } from './functions.ts'

/** Node types whose children are statements. */
export const blocks: ReadonlySet<string> = new Set(['statement_list'])

/** A declaration in brackets goes as a whole where all in it goes. */
function listed(node: SyntaxNode, dead: ReadonlySet<SyntaxNode>): SyntaxNode | undefined {
  const list = node.parent
  if (!list?.namedChildren.every((each) => dead.has(each))) return node
  return list.type.endsWith('_list') ? list.parent : list
}

export function removalOf(
  { kind, node }: Binding,
  dead: ReadonlySet<SyntaxNode>,
): SyntaxNode | undefined {
  const { parent } = node
  if (kind === 'import') return listed(node, dead)
  // Other files of the package may use what stands outside functions.
  if (kind === 'parameter' || kind === 'function' || !node.closest(functionTypes)) return undefined
  switch (node.type) {
    case 'var_spec':
    case 'const_spec':
      return listed(node, dead)
    case 'short_var_declaration':
    case 'assignment_statement':
    case 'if_statement':
      return parent && blocks.has(parent.type) ? node : undefined
    default:
      return undefined
  }
}
