import type { Edit } from '../../rewrite/edit.ts'
import type { WriteContext } from '../../rewrite/signature-template.ts'

/**
 * `var token = old; token = token.TrimEnd('=');` loses its first line, so that the second becomes
 * the declaration; nothing where that cannot be.
 */
export function declaredAnew({ evaluator, node, text }: WriteContext): readonly Edit[] | undefined {
  const { scopes } = evaluator
  const target = scopes.all.find(({ value }) => value === node)
  if (target?.node.type !== 'assignment_expression') return []
  const { bindings } = evaluator.basisOf(node)
  const declared = scopes
    .allBefore(target)
    .find((each) => bindings.has(each) && each.node.type === 'variable_declaration')?.node
  const type = declared?.get('type')?.text
  if (!declared || !type) return []
  if (declared.parent?.parent !== target.node.parent?.parent) return undefined
  const { start } = target.node
  return [[start, node.start, `${type} ${text.slice(start, node.start)}`]]
}
