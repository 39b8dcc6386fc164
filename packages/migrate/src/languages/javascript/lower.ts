import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, now, sumOrConcat } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term, TermOf } from '../../terms/term.ts'
import { itemsOf, passed } from '../call-lowerings.ts'
import { numberOf, stringOf } from './literals.ts'

const transparent: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'type_assertion',
])

function lowerTemplate(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const parts: Term[] = []
  let end = node.start + 1
  const text = (until: number): void => {
    if (until <= end) return
    const value = node.text.slice(end - node.start, until - node.start)
    parts.push(evaluator.made(node, { kind: 'text', value, piece: true }))
  }
  for (const child of node.children) {
    if (child.type !== 'template_substitution') continue
    text(child.start)
    const inner = child.namedChildren[0]
    if (inner) parts.push(evaluator.term(inner))
    end = child.end
  }
  text(node.end - 1)
  return { kind: 'concat', parts }
}

function lowerBinary(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const leftNode = node.get('left')
  const rightNode = node.get('right')
  const operator = node.get('operator')?.type
  if (!leftNode || !rightNode || !operator) return undefined
  const left = evaluator.term(leftNode)
  const right = evaluator.term(rightNode)
  if (operator === '+') return sumOrConcat(left, right)
  if (operator === '||' || operator === '??') {
    return left.kind === 'opaque' ? evaluator.opaque(node, [left, right]) : left
  }
  return calculate(operator, left, right)
}

function keyOf(node: SyntaxNode): string | undefined {
  const key = node.get('key')
  return key && (stringOf(key) ?? key.text)
}

function lowerObject(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const entries: Entry[] = []
  for (const child of node.namedChildren) {
    if (child.type === 'shorthand_property_identifier') {
      entries.push({ name: child.text, value: evaluator.term(child), node: child })
    } else if (child.type === 'pair') {
      const name = keyOf(child)
      const value = child.get('value')
      if (name !== undefined && value)
        entries.push({ name, value: evaluator.term(value), node: child })
    } else if (child.type === 'spread_element') {
      const inner = child.namedChildren[0]
      const spread = inner && evaluator.term(inner)
      if (spread?.kind === 'object') entries.push(...spread.entries)
    }
  }
  return { kind: 'object', entries }
}

function lowerUnary(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const operand = node.get('argument')
  if (!operand) return undefined
  if (/^new Date(?:\(\))?$/.test(operand.text)) return now
  const term = evaluator.term(operand)
  const sign = node.get('operator')?.type
  if (term.kind !== 'linear') return undefined
  return sign === '-' ? { ...term, now: -term.now, add: -term.add } : term
}

export function lower(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  if (transparent.has(node.type)) {
    const inner = node.namedChildren[0]
    return inner && evaluator.term(inner)
  }
  if (node.type === 'await_expression') {
    const inner = node.namedChildren[0]
    return inner && passed(node, evaluator.term(inner), evaluator)
  }
  const text = stringOf(node)
  if (text !== undefined) return { kind: 'text', value: text }
  const number = numberOf(node)
  if (number !== undefined) return constant(number)
  switch (node.type) {
    case 'template_string':
      return lowerTemplate(node, evaluator)
    case 'binary_expression':
      return lowerBinary(node, evaluator)
    case 'unary_expression':
      return lowerUnary(node, evaluator)
    case 'object':
      return lowerObject(node, evaluator)
    case 'array':
      return { kind: 'list', items: itemsOf(node.namedChildren, evaluator) }
    case 'call_expression':
    case 'new_expression': {
      const args = node.get('arguments')?.namedChildren ?? []
      const inputs = args.filter(({ type }) => !/function/.test(type))
      return evaluator.opaque(
        node,
        inputs.map((input) => evaluator.term(input)),
      )
    }
    default:
      return undefined
  }
}
