import type { Edit } from '../../rewrite/edit.ts'
import { headOfRemoved } from '../../rewrite/removals.ts'
import type { Import, SignatureTemplate, WriteContext } from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Range } from '../language.ts'

function contains(range: Range, node: Range): boolean {
  return range.start <= node.start && node.end <= range.end
}

function importsOf(root: SyntaxNode): readonly SyntaxNode[] {
  return root.children.filter(({ type }) => type === 'import_declaration')
}

/** A class of the library under the name that it can be used by here; an import is asked for. */
export function classNamed(path: string, context: WriteContext, imports: Import[]): string {
  const name = path.slice(path.lastIndexOf('.') + 1)
  const own = context.evaluator.scopes.all.find(
    (binding) => binding.kind === 'import' && binding.name === name,
  )
  const isDeclared = new RegExp(`\\b(?:class|interface|enum|record)\\s+${name}\\b`)
  if ((own && own.module !== path) || isDeclared.test(context.text)) return path
  const wildcard = `${path.slice(0, path.lastIndexOf('.'))}.*`
  const has = importsOf(context.root).some((node) => node.text.includes(` ${wildcard}`))
  if (!own && !has && !imports.some((each) => each.module === path))
    imports.push({ module: path, name })
  return name
}

interface Places {
  /** The imports that stay. */
  readonly present: readonly SyntaxNode[]
  readonly root: SyntaxNode
  readonly eol: string
}

/** Beside its neighbour in the alphabet; a file's own order is not changed. */
function placed(line: string, { present, root, eol }: Places): Edit {
  const group = present.filter(({ text }) => text.startsWith(line.slice(0, line.indexOf('.') + 1)))
  const before =
    group.findLast(({ text }) => text < line) ?? (group[0] ? undefined : present.at(-1))
  if (before) return [before.end, before.end, eol + line]
  if (group[0]) return [group[0].start, group[0].start, line + eol]
  return [root.start, root.start, line + eol]
}

/** Where a file has no imports: under its package, or above the class and what is said of it. */
function firstImports(text: string, { root, eol }: Places): Edit {
  const head = root.children.find(({ type }) => type === 'package_declaration')
  if (head) return [head.end, head.end, eol + eol + text]
  const first = root.children.find(({ type }) => !type.endsWith('comment')) ?? root
  const doc = root.children.findLast(
    (node) => node.type === 'block_comment' && node.end <= first.start,
  )
  const offset = doc?.text.startsWith('/**') ? doc.start : first.start
  return [offset, offset, text + eol + eol]
}

export const addImports: SignatureTemplate['addImports'] = (wanted, context, removed) => {
  const { root, style, text } = context
  const { eol } = style
  const lines = wanted.map(({ module }) => `import ${module};`).sort()
  if (lines.length === 0) return []
  const all = importsOf(root).filter(({ text }) => !text.startsWith('import static'))
  const present = all.filter((node) => !removed.some((range) => contains(range, node)))
  const [gone] = all
  if (present.length > 0) return lines.map((line) => placed(line, { present, root, eol }))
  const code = lines.join(eol)
  if (!gone) return [firstImports(code, { present, root, eol })]
  const offset = headOfRemoved(gone, text, removed)
  return [[offset, offset, code + eol]]
}
