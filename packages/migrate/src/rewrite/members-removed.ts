import type { Range } from '../languages/language.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { wholeLines } from './removals.ts'

const statements = /_(?:statement|declaration|signature)$/

/**
 * What goes when members of comma lists, or statements, go: with each its comma, and its line where
 * it has one.
 */
export function membersRemoved(text: string, members: readonly SyntaxNode[]): readonly Range[] {
  const gone = new Set(members)
  return members.map((member) => {
    if (statements.test(member.type)) return wholeLines(text, member)
    const list = member.parent?.namedChildren ?? []
    const comma = /^\s*,/.exec(text.slice(member.end, member.end + 200))?.[0].length ?? 0
    if (comma > 0) return wholeLines(text, { start: member.start, end: member.end + comma })
    const before = list.filter((each) => each.end <= member.start && !gone.has(each)).at(-1)
    return { start: before?.end ?? member.start, end: member.end }
  })
}
