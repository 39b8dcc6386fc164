import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'

const stringCalls =
  /^(?:System\.(?:getenv|getProperty)|String\.\w+|(?:Long|Integer|Objects)\.toString|getProperty|getString|toString|trim|textValue|asText|getParameter|getHeader)$/
const numberCalls = /^(?:(?:Long|Integer)\.(?:parse\w+|valueOf)|intValue|longValue|asInt|asLong)$/

function typeIn(node: SyntaxNode | undefined): string | undefined {
  const type = node?.get('type') ?? node?.parent?.get('type')
  const isVar = type?.text === 'var'
  return type && !isVar ? type.text : undefined
}

/** The type that a value is declared with, as it is written; what is not declared is unknown. */
export function declaredType(node: SyntaxNode, evaluator: Evaluator): string | undefined {
  if (node.type === 'string_literal') return 'String'
  if (node.type === 'decimal_integer_literal') return /L$/i.test(node.text) ? 'long' : 'int'
  if (node.type === 'cast_expression') return typeIn(node)
  const name = nameOf(node)
  if (name !== undefined) {
    const types = evaluator.scopes.visible(name, node).map((binding) => typeIn(binding.node))
    return types.find((type) => type !== undefined)
  }
  const call = callOf(node)
  if (!call) return undefined
  if (stringCalls.test(call.name)) return 'String'
  if (numberCalls.test(call.name)) return 'long'
  const own = evaluator.scopes.resolve(call.name, node)
  return own?.kind === 'function' ? typeIn(own.node) : undefined
}
