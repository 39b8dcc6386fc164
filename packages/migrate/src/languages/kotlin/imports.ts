import type { Edit } from '../../rewrite/edit.ts'
import { headOfRemoved } from '../../rewrite/removals.ts'
import type { Import, SignatureTemplate, WriteContext } from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'

function importsOf(root: SyntaxNode): readonly SyntaxNode[] {
  return root.subtree.filter(({ type }) => type === 'import_header')
}

/** A class of the library under the name that it can be used by here; an import is asked for. */
export function classNamed(path: string, context: WriteContext, imports: Import[]): string {
  const name = path.slice(path.lastIndexOf('.') + 1)
  const all = context.evaluator.scopes.all.filter(({ kind }) => kind === 'import')
  const known = all.find(({ module }) => module === path)
  if (known) return known.name
  const isDeclared = new RegExp(`\\b(?:class|interface|object|typealias)\\s+${name}\\b`)
  if (all.some((each) => each.name === name) || isDeclared.test(context.text)) return path
  const wildcard = new RegExp(`\\b${path.slice(0, path.lastIndexOf('.'))}\\.\\*`)
  const has = importsOf(context.root).some(({ text }) => wildcard.test(text))
  if (!has && !imports.some(({ module }) => module === path)) imports.push({ module: path, name })
  return name
}

/** Beside its neighbour in the alphabet; a file's own order is not changed. */
function placed(line: string, present: readonly SyntaxNode[], eol: string): Edit {
  const start = line.slice(0, line.indexOf('.') + 1)
  const group = present.filter(({ text }) => text.startsWith(start))
  const before =
    group.findLast(({ text }) => text.trim() < line) ?? (group[0] ? undefined : present.at(-1))
  const end = before && before.start + before.text.trimEnd().length
  if (end !== undefined) return [end, end, eol + line]
  const first = (group[0] ?? present[0]) as SyntaxNode
  return [first.start, first.start, line + eol]
}

export const addImports: SignatureTemplate['addImports'] = (wanted, context, removed) => {
  const { root, style, text } = context
  const { eol } = style
  const lines = wanted.map(({ module }) => `import ${module}`).sort()
  if (lines.length === 0) return []
  const all = importsOf(root)
  const present = all.filter(
    (node) => !removed.some(({ start, end }) => start <= node.start && node.start < end),
  )
  if (present.length > 0) return lines.map((line) => placed(line, present, eol))
  const code = lines.join(eol)
  const [gone] = all
  if (gone) {
    const offset = headOfRemoved(gone, text, removed)
    return [[offset, offset, code + eol]]
  }
  const head = root.children.find(({ type }) => type === 'package_header')
  const end = head && head.start + head.text.trimEnd().length
  if (end !== undefined) return [[end, end, eol + eol + code]]
  const first = root.children.find(({ type }) => !type.endsWith('comment')) ?? root
  return [[first.start, first.start, code + eol + eol]]
}
