import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { constant } from './arithmetic.ts'
import type { Evaluator } from './evaluator.ts'
import { type Entry, partsOf, plain, type Term, type TermOf } from './term.ts'

const member = /"(\w+)"\s*:\s*(?:"([^"]*)"|([^\s",{}]+))/g
const hole = /^⟦(\d+)⟧$/

/**
 * JSON that is put together as text, `"{\"mn\":\"" + number + "\"}"`, as the object it stands for;
 * any other term unchanged.
 * @param place Which node stands for a member, by default the whole text.
 */
export function withJsonText(
  term: Term,
  evaluator: Evaluator,
  place: (node: SyntaxNode) => SyntaxNode = (node) => node,
): Term {
  const parts = partsOf(term)
  const [first] = parts
  if (first?.kind !== 'text' || !/^\s*\{/.test(first.value)) return term
  const text = parts
    .map((part, index) => (part.kind === 'text' ? part.value : `⟦${index}⟧`))
    .join('')
    .replaceAll('\\"', '"')
  const make = (of: TermOf): Term => evaluator.made(term.node, of)
  const entries: Entry[] = []
  for (const [, name = '', quoted, bare] of text.matchAll(member)) {
    const content = quoted ?? bare ?? ''
    const part = parts[Number(hole.exec(content)?.[1])]
    const inner = part ? plain(part) : make(constant(Number(content)))
    const value = quoted === undefined ? inner : make({ kind: 'string', of: inner })
    entries.push({ name, value, node: place(term.node) })
  }
  return make({ kind: 'json', of: make({ kind: 'object', entries }) })
}
