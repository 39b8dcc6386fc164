import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'

/** The type that stands beside a name: of a parameter, a variable, a field. */
function typeBeside(node: SyntaxNode): string | undefined {
  const holder = node.type === 'initialized_identifier' ? node.parent?.parent : node
  const type = holder?.children.find((each) => each.type === 'type_identifier')
  const isNullable = holder?.children.some((each) => each.type === 'nullable_type')
  return isNullable ? undefined : type?.text
}

/** The type of a name or a value, as far as the file tells it. */
export function declaredType(
  node: SyntaxNode,
  evaluator: Evaluator,
  depth = 0,
): string | undefined {
  if (node.type === 'string_literal') return 'String'
  if (node.type === 'decimal_integer_literal') return 'int'
  const name = nameOf(node)
  if (name === undefined) {
    const call = callOf(node)?.name ?? ''
    if (/^(?:toString|trim|join|replaceAll)$/.test(call)) return 'String'
    return call === 'int.parse' ? 'int' : undefined
  }
  for (const { node: declared, value } of evaluator.scopes.visible(name, node)) {
    const known =
      typeBeside(declared) ??
      (value && depth < 4 && value !== declared
        ? declaredType(value, evaluator, depth + 1)
        : undefined)
    if (known !== undefined) return known
  }
  return undefined
}
