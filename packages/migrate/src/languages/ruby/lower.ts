import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant, sumOrConcat } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Entry, Term, TermOf } from '../../terms/term.ts'
import { itemsOf } from '../call-lowerings.ts'
import { format } from './format.ts'
import { pieceOf, stringOf } from './literals.ts'

function lowerInterpolation(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const parts = node.namedChildren.flatMap((child) => {
    const [inner] = child.namedChildren
    if (child.type === 'interpolation') return inner ? evaluator.term(inner) : []
    return evaluator.made(child, { kind: 'text', value: pieceOf(child), piece: true })
  })
  return { kind: 'concat', parts }
}

/** The members of `{ mn: number, 'role' => role, key: }`, or of the same without braces. */
export function entriesOf(pairs: readonly SyntaxNode[], evaluator: Evaluator): readonly Entry[] {
  return pairs.flatMap((pair) => {
    const key = pair.type === 'pair' ? pair.get('key') : undefined
    const name = key && stringOf(key)
    return key && name !== undefined
      ? [{ name, value: evaluator.term(pair.get('value') ?? key), node: pair }]
      : []
  })
}

function lowerBinary(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const [leftNode, rightNode] = [node.get('left'), node.get('right')]
  const operator = node.get('operator')?.text
  if (!leftNode || !rightNode || !operator) return undefined
  const template = operator === '%' ? stringOf(leftNode) : undefined
  if (template !== undefined) {
    const values = rightNode.type === 'array' ? rightNode.namedChildren : [rightNode]
    return format(template, values, leftNode, evaluator)
  }
  const left = evaluator.term(leftNode)
  const right = evaluator.term(rightNode)
  if (operator === '||') return left.kind === 'opaque' ? evaluator.opaque(node, [left]) : left
  if (operator === '<<') return appended(left, right, node, evaluator)
  if (operator !== '+') return calculate(operator, left, right)
  return left.kind === 'list' && right.kind === 'list'
    ? { kind: 'list', items: [...left.items, ...right.items] }
    : sumOrConcat(left, right)
}

/** `text << x`, `list << x`, `hmac << x`. */
function appended(left: Term, right: Term, node: SyntaxNode, evaluator: Evaluator): TermOf {
  if (left.kind === 'list') return { kind: 'list', items: [...left.items, right] }
  if (left.kind !== 'hmac') return { kind: 'concat', parts: [left, right] }
  return { kind: 'hmac', key: left.key, message: grown(left.message, right, node, evaluator) }
}

/** A message to which more is given. */
export function grown(before: Term, more: Term, node: SyntaxNode, evaluator: Evaluator): Term {
  if (before.kind === 'concat' && before.parts.length === 0) return more
  return evaluator.made(node, { kind: 'concat', parts: [before, more] })
}

/** `payload[:mn] = number`: the object with one member more. */
function lowerMember(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const target = node.get('left')
  const [object, key] = target?.namedChildren ?? []
  const value = node.get('right')
  if (target?.type !== 'element_reference' || !object || !value)
    return value && evaluator.term(value)
  const before = evaluator.term(object)
  const name = key && stringOf(key)
  if (before.kind !== 'object' || name === undefined) return before
  const entry: Entry = { name, value: evaluator.term(value), node }
  return { kind: 'object', entries: [...before.entries.filter((e) => e.name !== name), entry] }
}

export function lower(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const value = stringOf(node)
  if (value !== undefined) return { kind: 'text', value }
  switch (node.type) {
    case 'integer':
    case 'float':
      return constant(Number(node.text.replaceAll('_', '')))
    case 'string':
      return lowerInterpolation(node, evaluator)
    case 'chained_string':
      return { kind: 'concat', parts: node.namedChildren.map((part) => evaluator.term(part)) }
    case 'array':
      return { kind: 'list', items: itemsOf(node.namedChildren, evaluator) }
    case 'hash':
      return { kind: 'object', entries: entriesOf(node.namedChildren, evaluator) }
    case 'binary':
      return lowerBinary(node, evaluator)
    case 'assignment':
    case 'operator_assignment':
      return lowerMember(node, evaluator)
    case 'parenthesized_statements': {
      const inner = node.namedChildren.at(-1)
      return inner && evaluator.term(inner)
    }
    case 'argument_list': {
      const [inner] = node.namedChildren
      return inner && evaluator.term(inner)
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
