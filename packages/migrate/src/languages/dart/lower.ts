import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, sumOrConcat } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term, TermOf } from '../../terms/term.ts'
import { opaqueCall, passed } from '../call-lowerings.ts'
import { numberIn } from '../literals.ts'
import { callOf } from './call-of.ts'
import { piecesOf, stringOf } from './literals.ts'

const arithmetic = /^(?:additive|multiplicative)_expression$/

/** The grammar nests `a - b - c` to the right; it is meant to the left. */
function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.flatMap((each, index) =>
    index > 0 && each.type === node.type ? operandsOf(each) : [each],
  )
}

function lowerOperators(node: SyntaxNode, evaluator: Evaluator): Term | undefined {
  for (const nested of node.subtree) {
    if (nested !== node && nested.type === node.type) evaluator.restsOn(nested)
  }
  const [first, ...others] = operandsOf(node)
  let left = first && evaluator.term(first)
  for (let index = 0; left && index + 1 < others.length; index += 2) {
    const [sign, operand] = [others[index]?.text ?? '', others[index + 1] as SyntaxNode]
    const right = evaluator.term(operand)
    const made: TermOf =
      sign === '+'
        ? sumOrConcat(left, right)
        : (calculate(sign === '~/' ? '/' : sign, left, right) ?? {
            kind: 'opaque',
            inputs: [left, right],
          })
    left = evaluator.made(node, made)
  }
  return left
}

function lowerMap(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const isOfTexts = /^(?:const\s*)?<\s*\w+\s*,\s*String\s*>/.test(node.text)
  const entries = node.namedChildren.flatMap((pair): readonly Entry[] => {
    const [key, value] = [pair.get('key'), pair.get('value')]
    const name = key && stringOf(key)
    if (pair.type !== 'pair' || name === undefined || !value) return []
    const of = evaluator.term(value)
    const isText = isOfTexts && of.kind === 'text'
    return [
      { name, value: isText ? evaluator.made(value, { kind: 'string', of }) : of, node: pair },
    ]
  })
  return { kind: 'object', entries }
}

/** `claims['mn'] = number` */
function lowerItemSet(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const [left, right] = [node.get('left')?.namedChildren[0], node.get('right')]
  const [map, index] = left?.type === 'index_expression' ? left.namedChildren : []
  const key = index?.subtree.find(({ type }) => type === 'string_literal')
  const name = key && stringOf(key)
  if (!map || name === undefined || !right) return right && evaluator.term(right)
  const before = evaluator.term(map)
  if (before.kind !== 'object') return before
  const kept = before.entries.filter((each) => each.name !== name)
  return { kind: 'object', entries: [...kept, { name, value: evaluator.term(right), node }] }
}

/** What stands for what is in it. */
const wrappers = /^(?:parenthesized_expression|unary_expression|argument)$/
const passing = /^(?:await|non_null|if_null|index|type_cast)_expression$/

export function lower(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const value = stringOf(node)
  if (value !== undefined) return { kind: 'text', value }
  const parts = piecesOf(node, evaluator)
  if (parts) return { kind: 'concat', parts }
  if (arithmetic.test(node.type)) return lowerOperators(node, evaluator)
  const [inner] = node.namedChildren
  if (inner && wrappers.test(node.type)) return evaluator.term(inner)
  if (inner && passing.test(node.type)) return passed(node, evaluator.term(inner), evaluator)
  switch (node.type) {
    case 'decimal_integer_literal':
    case 'decimal_floating_point_literal':
    case 'hex_integer_literal':
      return constant(numberIn(node.text))
    case 'list_literal':
      return {
        kind: 'list',
        items: node.namedChildren
          .filter(({ type }) => type !== 'type_arguments')
          .map((item) => evaluator.term(item)),
      }
    case 'set_or_map_literal':
      return lowerMap(node, evaluator)
    case 'assignment_expression':
      return lowerItemSet(node, evaluator)
    case 'call_expression':
      return opaqueCall(node, callOf(node), evaluator)
    default:
      return undefined
  }
}
