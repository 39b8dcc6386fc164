import type { Part } from './parser.ts'
import { descendants, type SyntaxNode } from './syntax-node.ts'

const space = (text: string): string => text.replace(/[^\r\n]/g, ' ')

/** What a comment says, at the same offsets: its marks become spaces. */
function uncommented(text: string): string {
  if (/^\/\*/.test(text)) {
    const inner = text.replace(/^\/\*+!?/, space).replace(/\*+\/$/, space)
    return inner.replace(/^([ \t]*)\*(?=[ \t]|$)/gm, '$1 ')
  }
  if (/^<!--/.test(text)) return text.replace(/^<!--/, space).replace(/-->$/, space)
  return text.replace(
    /^([ \t]*)(\/\/+|#+|--+|;+)/gm,
    (_, before: string, mark: string) => before + space(mark),
  )
}

function isLine(node: SyntaxNode): boolean {
  return /^(?:\/\/|#|--)/.test(node.text)
}

/** Runs of comments that may hold code that was switched off. */
export function commentedParts(
  root: SyntaxNode,
  text: string,
  worth: (text: string) => boolean,
): readonly Part[] {
  const runs: { start: number; end: number; line: boolean }[] = []
  for (const node of descendants(root)) {
    if (!node.type.endsWith('comment')) continue
    const last = runs.at(-1)
    const line = isLine(node)
    if (last?.line && line && /^\s*$/.test(text.slice(last.end, node.start))) last.end = node.end
    else runs.push({ start: node.start, end: node.end, line })
  }
  return runs.flatMap(({ start, end }) => {
    const whole = text.slice(start, end)
    return worth(whole) ? [{ start, end, standIn: uncommented(whole) }] : []
  })
}
