import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { formatted } from '../../terms/encodings.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import type { TermOf } from '../../terms/term.ts'
import { stringOf } from './literals.ts'

/** `format('%s.%d', a, b)`, also with names: `%<number>s`, `%{number}`. */
export function format(
  template: string,
  nodes: readonly SyntaxNode[],
  place: SyntaxNode,
  evaluator: Evaluator,
): TermOf {
  const pairs = nodes.flatMap((node) => (node.type === 'hash' ? node.namedChildren : [node]))
  const names = pairs.map((pair) => {
    const key = pair.type === 'pair' ? pair.get('key') : undefined
    return key && stringOf(key)
  })
  const numbered = template.replace(
    /%(?:<(\w+)>|\{(\w+)\})/g,
    (whole, angled?: string, braced?: string) => {
      const index = names.indexOf(angled ?? braced)
      if (index < 0) return whole
      return `%${index + 1}$${braced === undefined ? '' : 's'}`
    },
  )
  const terms = pairs.map((pair) => evaluator.term(pair.get('value') ?? pair))
  return formatted(numbered, terms, (value) =>
    evaluator.made(place, { kind: 'text', value, piece: true }),
  )
}
