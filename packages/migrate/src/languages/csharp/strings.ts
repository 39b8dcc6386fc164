import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { TermOf } from '../../terms/term.ts'

/** The value of a literal, as it is written: escapes stay. */
export function stringOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'string_literal':
    case 'character_literal':
      return node.text.replace(/^.|.$|(?<=")u8$/gs, '')
    case 'verbatim_string_literal':
      return node.text.slice(2, -1)
    case 'raw_string_literal':
      return node.text.replace(/^"+|"+$/g, '')
    default:
      return undefined
  }
}

/** `$"{key}.{number}"` */
export function lowerInterpolation(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const parts = node.namedChildren.flatMap((child) => {
    if (child.type === 'interpolation') {
      const value = child.namedChildren.find(({ type }) => !type.startsWith('interpolation_'))
      return value ? [evaluator.term(value)] : []
    }
    return /content|escape/.test(child.type)
      ? [evaluator.made(child, { kind: 'text', value: child.text, piece: true })]
      : []
  })
  return { kind: 'concat', parts }
}
