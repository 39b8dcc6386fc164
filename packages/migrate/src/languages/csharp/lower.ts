import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, sumOrConcat } from '../../terms/arithmetic.ts'
import { replaced } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { plain, type Term, type TermOf } from '../../terms/term.ts'
import { argumentsOf, callOf } from './call-of.ts'
import { lowerAnonymous, lowerInitializer, lowerItemSet } from './objects.ts'
import { lowerInterpolation, stringOf } from './strings.ts'
import { lowerTimeMember } from './time.ts'

function lowerOperator(node: SyntaxNode, evaluator: Evaluator): TermOf | undefined {
  const [leftNode, rightNode] = [node.get('left'), node.get('right')]
  const operator = node.get('operator')?.text
  if (!leftNode || !rightNode || !operator) return undefined
  const left = evaluator.term(leftNode)
  const right = evaluator.term(rightNode)
  if (operator === '+') return sumOrConcat(left, right)
  return calculate(operator, left, right) ?? { kind: 'opaque', inputs: [left, right] }
}

/** `text.Split('=')[0]` takes the padding away. */
function lowerItem(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const object = node.get('expression')
  const call = object && callOf(object)
  if (call?.name !== 'Split' || !call.receiver) return undefined
  const of = plain(evaluator.term(call.receiver))
  return of.kind === 'base64' ? replaced(of, call.args[0]?.text ?? '') : undefined
}

function allOf(nodes: readonly SyntaxNode[], evaluator: Evaluator): TermOf {
  return { kind: 'list', items: nodes.map((each) => evaluator.term(each)) }
}

export function lower(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const text = stringOf(node)
  if (text !== undefined) return { kind: 'text', value: text }
  switch (node.type) {
    case 'integer_literal':
    case 'real_literal':
      return constant(Number(node.text.replaceAll('_', '').replace(/(?<!^0x.*)[a-z]+$/i, '')))
    case 'interpolated_string_expression':
      return lowerInterpolation(node, evaluator)
    case 'binary_expression':
      return lowerOperator(node, evaluator)
    case 'parenthesized_expression':
    case 'postfix_unary_expression':
    case 'checked_expression':
    case 'await_expression':
    case 'argument': {
      const inner = node.namedChildren.at(-1)
      return inner && evaluator.term(inner)
    }
    case 'cast_expression': {
      const value = node.get('value')
      return value && evaluator.term(value)
    }
    case 'assignment_expression': {
      const value = node.get('right')
      return lowerItemSet(node, evaluator) ?? (value && evaluator.term(value))
    }
    case 'member_access_expression':
      return lowerTimeMember(node, evaluator)
    case 'element_access_expression':
      return lowerItem(node, evaluator)
    case 'anonymous_object_creation_expression':
      return lowerAnonymous(node, evaluator)
    case 'initializer_expression':
      return allOf(node.namedChildren, evaluator)
    case 'array_creation_expression':
    case 'implicit_array_creation_expression': {
      const braces = node.namedChildren.find(({ type }) => type === 'initializer_expression')
      return braces && allOf(braces.namedChildren, evaluator)
    }
    case 'object_creation_expression': {
      const braces = node.get('initializer')
      return lowerInitializer(node, evaluator) ?? (braces && allOf(braces.namedChildren, evaluator))
    }
    case 'conditional_expression':
      return evaluator.opaque(
        node,
        node.namedChildren.map((each) => evaluator.term(each)),
      )
    case 'invocation_expression':
      return evaluator.opaque(
        node,
        argumentsOf(node.get('arguments')).map((each) => evaluator.term(each)),
      )
    default:
      return undefined
  }
}
