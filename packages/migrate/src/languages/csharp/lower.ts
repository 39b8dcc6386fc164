import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, sumOrConcat } from '../../terms/arithmetic.ts'
import { replaced } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { plain, type Term, type TermOf } from '../../terms/term.ts'
import { passed } from '../call-lowerings.ts'
import { numberIn } from '../literals.ts'
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

type Lowering = (node: SyntaxNode, evaluator: Evaluator) => Term | TermOf | undefined

function allOf(nodes: readonly SyntaxNode[], evaluator: Evaluator): TermOf {
  return { kind: 'list', items: nodes.map((each) => evaluator.term(each)) }
}

const number: Lowering = ({ text }) => constant(numberIn(text))

/** What stands for what is in it. */
const inner: Lowering = (node, evaluator) => {
  const last = node.namedChildren.at(-1)
  return last && evaluator.term(last)
}

const passing =
  (lowering: Lowering): Lowering =>
  (node, evaluator) =>
    passed(node, lowering(node, evaluator), evaluator)

const field =
  (name: string): Lowering =>
  (node, evaluator) => {
    const value = node.get(name)
    return value && evaluator.term(value)
  }

/** A number keeps its value in any of the types for it. */
const cast: Lowering = (node, evaluator) => {
  const value = field('value')
  const isText = /^string\??$/i.test(node.get('type')?.text ?? '')
  return (isText ? passing(value) : value)(node, evaluator)
}

const braces: Lowering = (node, evaluator) => allOf(node.namedChildren, evaluator)

const array: Lowering = (node, evaluator) => {
  const items = node.namedChildren.find(({ type }) => type === 'initializer_expression')
  return items && braces(items, evaluator)
}

const newObject: Lowering = (node, evaluator) => {
  const items = node.get('initializer')
  return lowerInitializer(node, evaluator) ?? (items && braces(items, evaluator))
}

const unknown =
  (inputsOf: (node: SyntaxNode) => readonly SyntaxNode[]): Lowering =>
  (node, evaluator) =>
    evaluator.opaque(
      node,
      inputsOf(node).map((each) => evaluator.term(each)),
    )

const lowerings: ReadonlyMap<string, Lowering> = new Map([
  ['integer_literal', number],
  ['real_literal', number],
  ['interpolated_string_expression', lowerInterpolation],
  ['binary_expression', lowerOperator],
  ['parenthesized_expression', inner],
  ['postfix_unary_expression', inner],
  ['checked_expression', inner],
  ['await_expression', passing(inner)],
  ['argument', inner],
  ['cast_expression', cast],
  ['assignment_expression', (...set) => lowerItemSet(...set) ?? field('right')(...set)],
  ['member_access_expression', lowerTimeMember],
  ['element_access_expression', lowerItem],
  ['anonymous_object_creation_expression', lowerAnonymous],
  ['initializer_expression', braces],
  ['array_creation_expression', array],
  ['implicit_array_creation_expression', array],
  ['object_creation_expression', newObject],
  ['conditional_expression', unknown(({ namedChildren }) => namedChildren)],
  ['invocation_expression', unknown((call) => argumentsOf(call.get('arguments')))],
])

export const lower: Lowering = (node, evaluator) => {
  const value = stringOf(node)
  return value === undefined ? lowerings.get(node.type)?.(node, evaluator) : { kind: 'text', value }
}
