import type { Edit } from '../rewrite/edit.ts'
import type { WriteContext, WrittenSignature } from '../rewrite/signature-template.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import type { Range } from './language.ts'

/** How a language writes that a name is declared, and that it is given another value. */
export interface DeclarationTypes {
  readonly declaration: string
  readonly assignment: string
  /** Node types whose children are statements. */
  readonly blocks: ReadonlySet<string>
  /** The name in a declaration; what stands before it declares. */
  readonly nameIn: (declaration: SyntaxNode) => SyntaxNode | undefined
}

/**
 * `var text = old; text = text.trim()` loses its first line, so that the second becomes the
 * declaration; nothing where that cannot be, since they stand in different blocks.
 */
export function declaredAnew(
  { evaluator, node, text }: WriteContext,
  { declaration, assignment, blocks, nameIn }: DeclarationTypes,
): WrittenSignature['editsAfter'] {
  const { scopes } = evaluator
  const target = scopes.all.find(({ value }) => value === node)
  if (target?.node.type !== assignment) return () => []
  const { bindings } = evaluator.basisOf(node)
  const declared = scopes
    .allBefore(target)
    .find((each) => bindings.has(each) && each.node.type === declaration)?.node
  const name = declared && nameIn(declared)
  if (!declared || !name) return () => []
  if (declared.closest(blocks) !== target.node.closest(blocks)) return undefined
  const { start } = target.node
  const head = text.slice(declared.start, name.start)
  return (removed: readonly Range[]): readonly Edit[] =>
    removed.some((range) => range.start <= declared.start && declared.end <= range.end)
      ? [[start, start, head]]
      : []
}
