import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { Term } from '../../terms/term.ts'
import { unescaped } from '../literals.ts'

/** The marks at the ends of a literal, of which several may stand side by side. */
const opening = /^(r?)('''|"""|'|")/

interface Marks {
  readonly isRaw: boolean
  readonly mark: string
}

function marksOf({ text }: SyntaxNode): Marks | undefined {
  const [, raw = '', mark] = opening.exec(text) ?? []
  return mark === undefined ? undefined : { isRaw: raw !== '', mark }
}

function plainText(text: string, { isRaw }: Marks): string {
  return isRaw ? text : unescaped(text)
}

/** `'a' "b"` is one text; its parts have marks of their own. */
function isSeveral(text: string, { mark, isRaw }: Marks): boolean {
  const inner = text.slice(mark.length + (isRaw ? 1 : 0), -mark.length)
  return new RegExp(String.raw`(?<!\\)${mark}\s*r?['"]`).test(inner)
}

export function stringOf(node: SyntaxNode): string | undefined {
  const marks = node.type === 'string_literal' ? marksOf(node) : undefined
  if (!marks || isSeveral(node.text, marks)) return undefined
  if (node.children.some(({ type }) => type === 'template_substitution')) return undefined
  const { isRaw, mark } = marks
  return plainText(node.text.slice(mark.length + (isRaw ? 1 : 0), -mark.length), marks)
}

/** The pieces of `'$key.${a + b}'`, whose marks are no part of it. */
export function piecesOf(node: SyntaxNode, evaluator: Evaluator): readonly Term[] | undefined {
  const marks = node.type === 'string_literal' ? marksOf(node) : undefined
  if (!marks || isSeveral(node.text, marks)) return undefined
  const parts: Term[] = []
  let from = node.start + marks.mark.length
  const textUpTo = (end: number): void => {
    const value = plainText(node.text.slice(from - node.start, end - node.start), marks)
    if (value !== '') parts.push(evaluator.made(node, { kind: 'text', value, piece: true }))
  }
  for (const child of node.children.filter(({ type }) => type === 'template_substitution')) {
    textUpTo(child.start)
    const [inner] = child.namedChildren
    if (inner) parts.push(evaluator.term(inner))
    from = child.end
  }
  textUpTo(node.end - marks.mark.length)
  return parts
}
