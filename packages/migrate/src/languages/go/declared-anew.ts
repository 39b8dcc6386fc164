import type { Edit } from '../../rewrite/edit.ts'
import type { WriteContext } from '../../rewrite/signature-template.ts'
import { descendants } from '../../syntax/syntax-node.ts'
import type { Range } from '../language.ts'
import { functionTypes } from './functions.ts'

const declarations = /^(?:short_var_declaration|var_spec)$/

/**
 * `sig := old; sig = strings.TrimRight(sig, "=")` loses its first line, so that the second becomes
 * the declaration; nothing where that cannot be. Where the first line stays, so does the second.
 */
export function declaredAnew({
  evaluator,
  node,
  text,
}: WriteContext): ((removed: readonly Range[]) => readonly Edit[]) | undefined {
  const { scopes } = evaluator
  const target = scopes.all.find(({ value }) => value === node)
  const operator = target?.node.get('operator')
  if (target?.node.type !== 'assignment_statement' || !operator) return () => []
  const { bindings } = evaluator.basisOf(node)
  const declared = scopes
    .allBefore(target)
    .find((each) => bindings.has(each) && declarations.test(each.node.type))?.node
  if (!declared) return () => []
  const statement = declared.type === 'var_spec' ? declared.parent : declared
  if (statement?.parent !== target.node.parent) return undefined
  return (removed) =>
    removed.some(({ start, end }) => start <= declared.start && declared.end <= end)
      ? [[operator.start, node.start, `:=${text.slice(operator.end, node.start)}`]]
      : []
}

/** Locals that would be left without a use, which Go refuses, and that cannot be taken away. */
export function leftUnused({ evaluator, node }: WriteContext, code: string): string | undefined {
  const { scopes } = evaluator
  const { bindings } = evaluator.basisOf(node)
  const chain = [...bindings]
  const stuck = chain.filter(
    (each) => each.kind === 'value' && each.node.type === 'identifier' && each.node.parent,
  )
  return stuck.find(({ name, node: declared }) => {
    if (new RegExp(`\\b${name}\\b`).test(code)) return false
    const home = declared.closest(functionTypes) ?? scopes.root
    return !descendants(home).some(
      (use) =>
        use.type === 'identifier' &&
        use.text === name &&
        use !== declared &&
        !node.contains(use) &&
        !chain.some((each) => each.node !== declared && each.node.contains(use)) &&
        use.parent?.parent?.get('left') !== use.parent,
    )
  })?.name
}
