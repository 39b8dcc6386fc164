import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term } from '../../terms/term.ts'
import { numberIn, unescaped } from '../literals.ts'

function plainText(text: string, isRaw: boolean): string {
  return isRaw ? text : unescaped(text)
}

function marksOf({ text }: SyntaxNode): number {
  return text.startsWith('"""') ? 3 : 1
}

const filled = /^interpolated_(?:identifier|expression)$/

/** The value of a literal that nothing is put into. */
export function stringOf(node: SyntaxNode): string | undefined {
  if (node.type === 'character_literal') return plainText(node.text.slice(1, -1), false)
  if (node.type !== 'string_literal' || node.children.some(({ type }) => filled.test(type)))
    return undefined
  const marks = marksOf(node)
  return plainText(node.text.slice(marks, -marks), marks === 3)
}

/** The pieces of `"$key.${a + b}"`, whose marks are no part of it. */
export function piecesOf(node: SyntaxNode, evaluator: Evaluator): readonly Term[] {
  const marks = marksOf(node)
  const parts: Term[] = []
  let from = node.start + marks
  const textUpTo = (end: number): void => {
    const value = plainText(node.text.slice(from - node.start, end - node.start), marks === 3)
    if (value !== '') parts.push(evaluator.made(node, { kind: 'text', value, piece: true }))
  }
  for (const child of node.children.filter(({ type }) => filled.test(type))) {
    const isName = child.type === 'interpolated_identifier'
    textUpTo(child.start - (isName ? 1 : 2))
    const inner = isName ? child : child.namedChildren[0]
    if (inner) parts.push(evaluator.term(inner))
    from = child.end + (isName ? 0 : 1)
  }
  textUpTo(node.end - marks)
  return parts
}

export function numberOf({ type, text }: SyntaxNode): number | undefined {
  const isNumber = /^(?:integer|long|real|hex|unsigned)_literal$/.test(type)
  return isNumber ? numberIn(text) : undefined
}
