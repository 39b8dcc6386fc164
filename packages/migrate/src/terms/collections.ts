import { plain, type Term } from './term.ts'

/** A list or an object with what was put into it later, `list.push(x)`, `map[name] = x`, as one. */
export function collected(term: Term): Term {
  const inner = plain(term)
  if (inner.kind !== 'concat') return inner
  const parts = inner.parts.map(collected).filter((part) => !isEmpty(part))
  const { node, inlined } = inner
  const lists = parts.flatMap((part) => (part.kind === 'list' ? [part] : []))
  if (lists.length === parts.length)
    return { kind: 'list', items: lists.flatMap(({ items }) => items), node, inlined }
  const objects = parts.flatMap((part) => (part.kind === 'object' ? [part] : []))
  if (objects.length === parts.length)
    return { kind: 'object', entries: objects.flatMap(({ entries }) => entries), node, inlined }
  return inner
}

function isEmpty(term: Term): boolean {
  return term.kind === 'list' && term.items.length === 0
}
