import type { Language } from '../languages/language.ts'
import type { Replacement } from '../rules/rule.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import type { Evaluator } from '../terms/evaluator.ts'
import { DeadCode } from './dead-code.ts'
import { type Edit, normalizeEdits, overlap } from './edit.ts'
import { membersRemoved } from './members-removed.ts'
import { tidyRemovals } from './removals.ts'
import type { Refusal } from './signature-parts.ts'
import type { Import, WriteContext, WrittenSignature } from './signature-template.ts'
import { fitCode, indentationAt, type Style, styleOf } from './style.ts'

export interface RewriteRequest {
  readonly text: string
  readonly root: SyntaxNode
  readonly language: Language
  readonly evaluator: Evaluator
  readonly standalone: boolean
  readonly endpoint: string
}

export interface Rewrite {
  readonly edits: readonly Edit[]
}

function statementOf(node: SyntaxNode, language: Language): SyntaxNode | undefined {
  for (let at = node; at.parent; at = at.parent) {
    if (language.blocks.has(at.parent.type)) return at
    if (language.scopes.has(at.type)) return undefined
  }
  return undefined
}

function freshNames(text: string): WriteContext['fresh'] {
  return (name) => {
    let fresh = name
    for (let index = 2; new RegExp(`\\b${fresh}\\b`).test(text); index += 1)
      fresh = `${name}${index}`
    return fresh
  }
}

export function contextOf(request: RewriteRequest, node: SyntaxNode, style: Style): WriteContext {
  const { language, root, evaluator, standalone, endpoint, text } = request
  const fresh = freshNames(text)
  return {
    language: language.name,
    text,
    root,
    evaluator,
    standalone,
    endpoint,
    style,
    node,
    fresh,
  }
}

/** All that is to change in one tree. */
export interface Changes {
  readonly replacements: readonly Replacement[]
  readonly remove: readonly SyntaxNode[]
  readonly edits: readonly Edit[]
}

interface Written {
  readonly edits: readonly Edit[]
  readonly imports: readonly Import[]
  readonly code: string
  readonly keep: WrittenSignature['keep']
  readonly editsAfter: WrittenSignature['editsAfter']
}

function writeOne(
  { node, write }: Replacement,
  request: RewriteRequest,
  style: Style,
): Written | Refusal {
  const { text, language } = request
  const written = write(contextOf(request, node, style))
  if ('reason' in written) return written
  const { prelude, expression, imports } = written
  const statement = statementOf(node, language)
  if (prelude !== '' && !statement) return { reason: 'There is no place for statements here.' }
  const at = statement?.start ?? node.start
  const indentation = indentationAt(text, at)
  const line = text.slice(text.lastIndexOf('\n', node.start - 1) + 1, node.start)
  const isWithin = line.trim() !== '' && node.closest(language.statements) === statement
  const own = prelude === '' && isWithin ? indentationAt(text, node.start) : indentation
  const [before, after] = fitCode(expression, style, own).split('\0')
  const { keep = { start: node.end, end: node.end } } = written
  const edits: Edit[] = [[node.start, keep.start, before ?? ''], ...(written.edits ?? [])]
  if (after !== undefined) edits.push([keep.end, node.end, after])
  if (prelude !== '')
    edits.push([at, at, fitCode(`${prelude}\n`, style, indentation) + indentation])
  const code = `${prelude}\n${expression}\n`
  return { edits, imports, code, keep: written.keep, editsAfter: written.editsAfter }
}

function unique<T>(items: readonly T[]): T[] {
  const seen = new Map(items.map((item) => [JSON.stringify(item), item]))
  return [...seen.values()]
}

/** Makes the changes of one tree and takes away what served the old code alone. */
export function rewriteUnit(changes: Changes, request: RewriteRequest): Rewrite | Refusal {
  const { text, language, evaluator, root } = request
  const style = styleOf(text)
  const written = changes.replacements.map((each) => writeOne(each, request, style))
  const refused = written.find((each) => 'reason' in each)
  if (refused) return refused
  const done = written as readonly Written[]
  const imports = unique(done.flatMap((each) => each.imports))
  const removed = membersRemoved(text, changes.remove)
  const gone = [...changes.replacements.map(({ node }) => node), ...changes.remove]
  const kept = done.flatMap((each) => each.keep ?? [])
  const code = done.map((each) => each.code).join('')
  const dead = new DeadCode(language, evaluator).removals(gone, kept, code, text)
  const added = language.template?.addImports(imports, contextOf(request, root, style), dead) ?? []
  const tidied = tidyRemovals(
    text,
    dead,
    added.map(([start]) => start),
  )
  const edits = unique(done.flatMap((each) => [...each.edits, ...(each.editsAfter?.(dead) ?? [])]))
  const removals = [...tidied, ...removed].map(({ start, end }): Edit => [start, end, ''])
  const all = normalizeEdits([...edits, ...changes.edits, ...added, ...removals])
  return overlap(all) ? { reason: 'The old code is interwoven with other code.' } : { edits: all }
}
