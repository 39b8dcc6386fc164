import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, sumOrConcat } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term, TermOf } from '../../terms/term.ts'
import { passed } from '../call-lowerings.ts'
import { numberOf, stringOf } from './literals.ts'

function lowerBinary(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const [leftNode, rightNode] = [node.get('left'), node.get('right')]
  const operator = node.get('operator')?.text
  if (!leftNode || !rightNode || !operator) return undefined
  const left = evaluator.term(leftNode)
  const right = evaluator.term(rightNode)
  if (operator === '+') return sumOrConcat(left, right)
  // `hash[i] & 0xff`
  if (operator === '&') return left.kind === 'linear' ? right : left
  return calculate(operator, left, right)
}

export function lower(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const value = stringOf(node)
  if (value !== undefined) return { kind: 'text', value }
  const number = numberOf(node)
  if (number !== undefined) return constant(number)
  switch (node.type) {
    case 'binary_expression':
      return lowerBinary(node, evaluator)
    case 'parenthesized_expression': {
      const [inner] = node.namedChildren
      return inner && evaluator.term(inner)
    }
    case 'cast_expression': {
      const inner = node.get('value')
      const isText = node.get('type')?.text === 'String'
      const of = inner && evaluator.term(inner)
      return of && isText ? passed(node, of, evaluator) : of
    }
    case 'array_access': {
      const array = node.get('array')
      return array && passed(node, evaluator.term(array), evaluator)
    }
    case 'array_initializer':
      return { kind: 'list', items: node.namedChildren.map((item) => evaluator.term(item)) }
    case 'array_creation_expression': {
      const items = node.get('value')
      return items && evaluator.term(items)
    }
    case 'method_invocation':
    case 'object_creation_expression': {
      const inputs = node.get('arguments')?.namedChildren ?? []
      return evaluator.opaque(
        node,
        inputs.map((input) => evaluator.term(input)),
      )
    }
    default:
      return undefined
  }
}
