import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, sumOrConcat } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term, TermOf } from '../../terms/term.ts'
import { passed } from '../call-lowerings.ts'
import { numberIn } from '../literals.ts'
import { lowerComposite, lowerItemSet } from './objects.ts'
import { stringOf } from './strings.ts'
import { lowerDuration } from './time.ts'

function lowerOperator(node: SyntaxNode, evaluator: Evaluator): TermOf | undefined {
  const [leftNode, rightNode] = [node.get('left'), node.get('right')]
  const operator = node.get('operator')?.text
  if (!leftNode || !rightNode || !operator) return undefined
  const left = evaluator.term(leftNode)
  const right = evaluator.term(rightNode)
  if (operator === '+') return sumOrConcat(left, right)
  return calculate(operator, left, right) ?? { kind: 'opaque', inputs: [left, right] }
}

export function lower(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const text = stringOf(node)
  if (text !== undefined) return { kind: 'text', value: text }
  switch (node.type) {
    case 'int_literal':
    case 'float_literal':
      return constant(numberIn(node.text))
    case 'binary_expression':
      return lowerOperator(node, evaluator)
    case 'parenthesized_expression': {
      const inner = node.namedChildren.at(-1)
      return inner && evaluator.term(inner)
    }
    case 'unary_expression': {
      const inner = node.namedChildren.at(-1)
      return inner && passed(node, evaluator.term(inner), evaluator)
    }
    case 'type_assertion_expression': {
      const operand = node.get('operand')
      return operand && evaluator.opaque(node, [evaluator.term(operand)])
    }
    case 'composite_literal':
      return lowerComposite(node, evaluator)
    case 'assignment_statement':
      return lowerItemSet(node, evaluator)
    case 'selector_expression':
      return lowerDuration(node)
    case 'call_expression':
      return evaluator.opaque(
        node,
        (node.get('arguments')?.namedChildren ?? []).map((each) => evaluator.term(each)),
      )
    default:
      return undefined
  }
}
