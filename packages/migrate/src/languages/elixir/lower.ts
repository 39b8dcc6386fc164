import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term, TermOf } from '../../terms/term.ts'
import { numberIn } from '../literals.ts'
import { argumentsOf } from './definitions.ts'
import { pieceOf, piecesOf, stringOf } from './literals.ts'

function lowerPieces(pieces: readonly SyntaxNode[], evaluator: Evaluator): TermOf {
  const parts = pieces.flatMap((piece) => {
    const [inner] = piece.namedChildren
    if (piece.type === 'interpolation') return inner ? evaluator.term(inner) : []
    return evaluator.made(piece, { kind: 'text', value: pieceOf(piece), piece: true })
  })
  return { kind: 'concat', parts }
}

/** The members of `%{"mn" => number, role: role}`. */
function entriesOf(map: SyntaxNode, evaluator: Evaluator): readonly Entry[] {
  const content = map.namedChildren.find(({ type }) => type === 'map_content') ?? map
  const members = content.namedChildren.flatMap((each) =>
    each.type === 'keywords' ? each.namedChildren : [each],
  )
  return members.flatMap((node): readonly Entry[] => {
    const key = node.get('key') ?? node.get('left')
    const value = node.get('value') ?? node.get('right')
    const name = key && stringOf(key)
    return name !== undefined && value ? [{ name, value: evaluator.term(value), node }] : []
  })
}

function lowerBinary(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const [leftNode, rightNode] = [node.get('left'), node.get('right')]
  const operator = node.get('operator')?.text
  if (!leftNode || !rightNode || !operator) return undefined
  const left = evaluator.term(leftNode)
  const right = evaluator.term(rightNode)
  if (operator === '<>') return { kind: 'concat', parts: [left, right] }
  if (operator === '||') return left.kind === 'opaque' ? evaluator.opaque(node, [left]) : left
  if (operator === '++' && left.kind === 'list' && right.kind === 'list')
    return { kind: 'list', items: [...left.items, ...right.items] }
  return calculate(operator, left, right)
}

function lowerUnary(node: SyntaxNode, evaluator: Evaluator): TermOf | undefined {
  const operand = node.get('operand')
  const of = operand && evaluator.term(operand)
  const isNegative = of?.kind === 'linear' && node.get('operator')?.text === '-'
  return isNegative ? { kind: 'linear', now: -of.now, add: -of.add } : undefined
}

export function lower(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const pieces = piecesOf(node)
  const value = pieces && stringOf(node)
  if (value !== undefined) return { kind: 'text', value }
  if (pieces) return lowerPieces(pieces, evaluator)
  switch (node.type) {
    case 'integer':
    case 'float':
      return constant(numberIn(node.text))
    case 'binary_operator':
      return lowerBinary(node, evaluator)
    case 'unary_operator':
      return lowerUnary(node, evaluator)
    case 'list':
      return { kind: 'list', items: node.namedChildren.map((item) => evaluator.term(item)) }
    case 'map':
      return { kind: 'object', entries: entriesOf(node, evaluator) }
    case 'match_expression': {
      const right = node.get('right')
      return right && evaluator.term(right)
    }
    case 'block': {
      const inner = node.namedChildren.at(-1)
      return inner && evaluator.term(inner)
    }
    case 'call':
      return evaluator.opaque(
        node,
        argumentsOf(node).map((each) => evaluator.term(each)),
      )
    default:
      return undefined
  }
}
