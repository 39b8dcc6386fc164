import { constant } from '../../terms/arithmetic.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { type Entry, partsOf, plain, type Term, type TermOf } from '../../terms/term.ts'
import { entryNode } from './entry-node.ts'

const member = /"(\w+)"\s*:\s*(?:"([^"]*)"|([^\s",{}]+))/g
const hole = /^⟦(\d+)⟧$/

/** JSON that is put together as text, `"{\"mn\":\"" + number + "\"}"`, as the object it stands for. */
export function withJsonText(term: Term, evaluator: Evaluator): Term {
  const parts = partsOf(term)
  const [first] = parts
  if (first?.kind !== 'text' || !/^\s*\{/.test(first.value)) return term
  const text = parts
    .map((part, index) => (part.kind === 'text' ? part.value : `⟦${index}⟧`))
    .join('')
  const make = (of: TermOf): Term => evaluator.made(term.node, of)
  const entries: Entry[] = []
  for (const [, name = '', quoted, bare] of text.matchAll(member)) {
    const content = quoted ?? bare ?? ''
    const part = parts[Number(hole.exec(content)?.[1])]
    const inner = part ? plain(part) : make(constant(Number(content)))
    const value = quoted === undefined ? inner : make({ kind: 'string', of: inner })
    entries.push({ name, value, node: entryNode(term.node) })
  }
  return make({ kind: 'json', of: make({ kind: 'object', entries }) })
}
