import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, sumOrConcat } from '../../terms/arithmetic.ts'
import { formatted } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term, TermOf } from '../../terms/term.ts'
import { itemsOf, passed } from '../call-lowerings.ts'

/** The value of a literal without interpolation. */
export function stringOf(node: SyntaxNode): string | undefined {
  if (node.type !== 'string' || node.children.some(({ type }) => type === 'interpolation'))
    return undefined
  const [first] = node.children
  const last = node.children.at(-1)
  return first && last
    ? node.text.slice(first.end - node.start, last.start - node.start)
    : undefined
}

function lowerInterpolation(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const parts = node.namedChildren.flatMap((child) => {
    if (child.type === 'interpolation') return evaluator.term(child.get('expression') ?? child)
    if (child.type !== 'string_content') return []
    return evaluator.made(child, { kind: 'text', value: child.text, piece: true })
  })
  return { kind: 'concat', parts }
}

function lowerDictionary(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const entries: Entry[] = []
  for (const pair of node.namedChildren) {
    const [key, value] = [pair.get('key'), pair.get('value')]
    const name = key && stringOf(key)
    if (name !== undefined && value)
      entries.push({ name, value: evaluator.term(value), node: pair })
  }
  return { kind: 'object', entries }
}

/** `claims['iss'] = key`: the member that is put in. */
function lowerItemSet(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const [left, right] = [node.get('left'), node.get('right')]
  if (!right) return undefined
  const value = evaluator.term(right)
  const index = left?.type === 'subscript' ? left.get('subscript') : undefined
  const name = index && stringOf(index)
  return name === undefined ? value : { kind: 'object', entries: [{ name, value, node }] }
}

function lowerOperator(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const [leftNode, rightNode] = [node.get('left'), node.get('right')]
  const operator = node.get('operator')?.text
  if (!leftNode || !rightNode || !operator) return undefined
  const template = operator === '%' ? stringOf(leftNode) : undefined
  if (template !== undefined) {
    const values = rightNode.type === 'tuple' ? rightNode.namedChildren : [rightNode]
    return formatted(
      template,
      values.map((value) => evaluator.term(value)),
      (value) => evaluator.made(leftNode, { kind: 'text', value, piece: true }),
    )
  }
  const left = evaluator.term(leftNode)
  const right = evaluator.term(rightNode)
  return operator === '+' ? sumOrConcat(left, right) : calculate(operator, left, right)
}

export function lower(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const text = stringOf(node)
  if (text !== undefined) {
    const isBytes = /^[rR]?[bB]/.test(node.text)
    const value = evaluator.made(node, { kind: 'text', value: text })
    return isBytes ? { kind: 'bytes', of: value } : value
  }
  switch (node.type) {
    case 'integer':
    case 'float':
      return constant(Number(node.text.replaceAll('_', '').replace(/[lL]$/, '')))
    case 'string':
      return lowerInterpolation(node, evaluator)
    case 'concatenated_string':
      return { kind: 'concat', parts: node.namedChildren.map((part) => evaluator.term(part)) }
    case 'binary_operator':
      return lowerOperator(node, evaluator)
    case 'assignment':
      return lowerItemSet(node, evaluator)
    case 'dictionary':
      return lowerDictionary(node, evaluator)
    case 'list':
    case 'tuple':
      return { kind: 'list', items: itemsOf(node.namedChildren, evaluator) }
    case 'parenthesized_expression': {
      const inner = node.namedChildren[0]
      return inner && evaluator.term(inner)
    }
    case 'await': {
      const inner = node.namedChildren[0]
      return inner && passed(node, evaluator.term(inner), evaluator)
    }
    case 'call': {
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
