import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, sumOrConcat } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term, TermOf } from '../../terms/term.ts'
import { opaqueCall, passed } from '../call-lowerings.ts'
import { callOf } from './call-of.ts'
import { numberOf, piecesOf, stringOf } from './literals.ts'
import { lowerItemSet } from './object-calls.ts'

function lowerBinary(node: SyntaxNode, evaluator: Evaluator): TermOf | undefined {
  const [leftNode, rightNode] = node.namedChildren
  const operator = node.children.find(({ named }) => !named)?.text
  if (!leftNode || !rightNode || operator === undefined) return undefined
  const [left, right] = [evaluator.term(leftNode), evaluator.term(rightNode)]
  return operator === '+' ? sumOrConcat(left, right) : calculate(operator, left, right)
}

/** The value is one of several; what it is in the first is what it means. */
const wrappers: ReadonlySet<string> = new Set([
  'as_expression',
  'postfix_expression',
  'elvis_expression',
  'indexing_expression',
])

export function lower(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const value = stringOf(node)
  if (value !== undefined) return { kind: 'text', value }
  const number = numberOf(node)
  if (number !== undefined) return constant(number)
  if (node.type === 'string_literal') return { kind: 'concat', parts: piecesOf(node, evaluator) }
  const [inner] = node.namedChildren
  if (inner && wrappers.has(node.type)) return passed(node, evaluator.term(inner), evaluator)
  switch (node.type) {
    case 'parenthesized_expression':
      return inner && evaluator.term(inner)
    case 'additive_expression':
    case 'multiplicative_expression':
      return lowerBinary(node, evaluator)
    case 'assignment':
      return lowerItemSet(node, evaluator)
    case 'call_expression':
      return opaqueCall(node, callOf(node), evaluator)
    default:
      return undefined
  }
}
