import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { calculate, constant } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { type Entry, plain, type Term, type TermOf } from '../../terms/term.ts'

/** The value of a literal without variables in it. */
export function stringOf(node: SyntaxNode): string | undefined {
  if (node.type !== 'string' && node.type !== 'encapsed_string') return undefined
  return node.namedChildren.every(
    ({ type }) => type === 'string_content' || type === 'escape_sequence',
  )
    ? node.text.slice(1, -1)
    : undefined
}

function lowerInterpolation(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const parts = node.namedChildren.map((child) =>
    /^(?:string_content|escape_sequence|string_value)$/.test(child.type)
      ? evaluator.made(child, { kind: 'text', value: child.text, piece: true })
      : evaluator.term(child),
  )
  return { kind: 'concat', parts }
}

/** The text of a heredoc is as far indented as its end; the lines at its ends are no part of it. */
function lowerHeredoc(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const children = node.get('value')?.namedChildren ?? []
  const parts = children.flatMap((child, index): readonly Term[] => {
    if (child.type !== 'string_content') return [evaluator.term(child)]
    const text = child.text.replace(/(^|\n)[ \t]+/g, '$1')
    const value = index === 0 ? text.replace(/^\s+/, '') : text
    return value === '' ? [] : [evaluator.made(child, { kind: 'text', value, piece: true })]
  })
  return { kind: 'concat', parts }
}

function lowerArray(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const entries: Entry[] = []
  const items: Term[] = []
  for (const element of node.namedChildren) {
    const [first, second] = element.namedChildren
    const name = first && stringOf(first)
    if (second && name !== undefined)
      entries.push({ name, value: evaluator.term(second), node: element })
    else if (first) items.push(evaluator.term(first))
  }
  return entries.length > 0 ? { kind: 'object', entries } : { kind: 'list', items }
}

/** `$claims['iss'] = $key` and `$parts[] = $key`: what is put in. */
function lowerItemSet(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const [left, right] = [node.get('left'), node.get('right')]
  if (!right) return undefined
  const value = evaluator.term(right)
  if (left?.type !== 'subscript_expression') return value
  const index = left.namedChildren[1]
  const name = index && stringOf(index)
  if (name !== undefined) return { kind: 'object', entries: [{ name, value, node }] }
  return index ? undefined : { kind: 'list', items: [value] }
}

function lowerCast(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const value = node.get('value')
  const of = value && evaluator.term(value)
  if (!of || !/^string$/i.test(node.get('type')?.text ?? '')) return of && plain(of)
  return of.kind === 'opaque' ? { kind: 'string', of } : of
}

function lowerBinary(node: SyntaxNode, evaluator: Evaluator): TermOf | undefined {
  const [leftNode, rightNode] = [node.get('left'), node.get('right')]
  const operator = node.get('operator')?.text
  if (!leftNode || !rightNode || !operator) return undefined
  const left = evaluator.term(leftNode)
  const right = evaluator.term(rightNode)
  if (operator === '.') return { kind: 'concat', parts: [left, right] }
  if (operator === '??') return evaluator.opaque(node, [left, right])
  return calculate(operator, left, right)
}

export function lower(node: SyntaxNode, evaluator: Evaluator): Term | TermOf | undefined {
  const text = stringOf(node)
  if (text !== undefined) return { kind: 'text', value: text }
  switch (node.type) {
    case 'integer':
    case 'float':
      return constant(Number(node.text.replaceAll('_', '')))
    case 'encapsed_string':
      return lowerInterpolation(node, evaluator)
    case 'heredoc':
      return lowerHeredoc(node, evaluator)
    case 'array_creation_expression':
      return lowerArray(node, evaluator)
    case 'binary_expression':
      return lowerBinary(node, evaluator)
    case 'argument':
    case 'parenthesized_expression':
    case 'error_suppression_expression': {
      const inner = node.namedChildren.at(-1)
      return inner && evaluator.term(inner)
    }
    case 'cast_expression':
      return lowerCast(node, evaluator)
    case 'assignment_expression':
      return lowerItemSet(node, evaluator)
    case 'function_call_expression':
    case 'member_call_expression':
    case 'scoped_call_expression': {
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
