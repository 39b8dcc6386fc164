import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { assignedTo, nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'

const stringCalls =
  /^(?:System\.(?:getenv|getProperty)|String\.\w+|toString|trim|format|joinToString|replace|getString|getProperty|getParameter|getHeader|substring|uppercase|lowercase)$/

/** What may be null has no type here, for it has no methods. */
function typeIn(node: SyntaxNode): string | undefined {
  const holder = node.namedChildren.find(({ type }) => type === 'variable_declaration') ?? node
  return holder.namedChildren.find(({ type }) => type === 'user_type')?.text
}

function literalType({ type }: SyntaxNode): string | undefined {
  const literals: Readonly<Record<string, string>> = {
    string_literal: 'String',
    integer_literal: 'Int',
    long_literal: 'Long',
  }
  return literals[type]
}

function typeOfCall(node: SyntaxNode): string | undefined {
  const name = callOf(node)?.name ?? ''
  if (stringCalls.test(name)) return 'String'
  if (/^(?:toByteArray|encodeToByteArray)$/.test(name)) return 'ByteArray'
  return /^(?:new |to(?=Int$|Long$))(\w+)$/.exec(name)?.[1]
}

/** The type of a name or a value, as far as the file tells it. */
export function declaredType(
  node: SyntaxNode,
  evaluator: Evaluator,
  depth = 0,
): string | undefined {
  if (node.type === 'as_expression') return node.namedChildren.at(-1)?.text
  const name = nameOf(node)
  if (name === undefined) return literalType(node) ?? typeOfCall(node)
  for (const binding of evaluator.scopes.visible(name, node)) {
    const value = depth < 4 ? assignedTo(binding.node) : undefined
    const known = typeIn(binding.node) ?? (value && declaredType(value, evaluator, depth + 1))
    if (known !== undefined) return known
  }
  return undefined
}
