import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { plain, type Term } from '../../terms/term.ts'
import { partCode } from '../literals.ts'
import { nameOf } from './bindings.ts'

/** The type that a name is declared with. */
function declaredType(node: SyntaxNode, evaluator: Evaluator): string | undefined {
  const name = nameOf(node)
  const bindings = name === undefined ? [] : evaluator.scopes.visible(name, node)
  const types = bindings.flatMap((binding) => {
    const holder = binding.node.type === 'variable_declarator' ? binding.node.parent : binding.node
    return holder?.get('type')?.text ?? []
  })
  return types.find((type) => type !== 'var')
}

const stringType = /^(?:System\.)?string\??$/i

export function isString(term: Term, evaluator: Evaluator): boolean {
  const inner = plain(term)
  const type = declaredType(inner.node, evaluator)
  return type === undefined ? inner.kind === 'text' : stringType.test(type)
}

/** The code of what is a text, unless it is declared as something else. */
export function textOf(term: Term, evaluator: Evaluator): string {
  const type = declaredType(plain(term).node, evaluator)
  const isText = type === undefined || stringType.test(type)
  return isText ? codeOf(term) : `Convert.ToString(${codeOf(term)})`
}

export function isInteger(node: SyntaxNode, evaluator: Evaluator): boolean {
  return (
    node.type === 'integer_literal' ||
    /^(?:int|long|short|byte|uint|Int32|Int64)$/.test(declaredType(node, evaluator) ?? '')
  )
}

export function codeOf(term: Term): string {
  return partCode(plain(term), '"')
}

const closed =
  /^(?:identifier|this|\w+_literal|member_access_expression|element_access_expression|invocation_expression|parenthesized_expression|string_content)$/

/** The same where an operator follows. */
export function operandOf(term: Term): string {
  return closed.test(plain(term).node.type) ? codeOf(term) : `(${codeOf(term)})`
}
