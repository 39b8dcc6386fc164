import type { Edit } from '../../rewrite/edit.ts'
import type { Import, SignatureTemplate, WriteContext } from '../../rewrite/signature-template.ts'
import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Range } from '../language.ts'
import { stringOf } from './strings.ts'

function lastPart(module: string): string {
  return module.replace(/^.*\//, '')
}

/** A package under the name that it has in the file, or a new import of it. */
export function packageName(module: string, context: WriteContext, imports: Import[]): string {
  const { scopes } = context.evaluator
  const present = scopes.all.find((each) => each.kind === 'import' && each.module === module)
  if (present && scopes.resolve(present.name, context.node)?.module === module) return present.name
  const usual = lastPart(module)
  const taken = scopes.all.some(({ name }) => name === usual)
  const name = taken ? `go${usual}` : usual
  if (!imports.some((each) => each.name === name)) imports.push({ module, name })
  return name
}

function pathOf(spec: SyntaxNode): string {
  const path = spec.get('path')
  return (path && stringOf(path)) ?? ''
}

function isStandard(path: string): boolean {
  return !/^[^/]*\./.test(path)
}

/** At its place among the sorted imports of the standard library. */
function inList(
  code: string,
  module: string,
  specs: readonly SyntaxNode[],
  context: Parameters<SignatureTemplate['addImports']>[1],
): Edit | undefined {
  const { text, style } = context
  const standard = specs.filter((each) => isStandard(pathOf(each)))
  const next = standard.find((each) => pathOf(each) > module) ?? standard.at(-1) ?? specs[0]
  if (!next) return undefined
  const goesBefore = pathOf(next) > module || !isStandard(pathOf(next))
  if (!goesBefore) return [next.end, next.end, `${style.eol}\t${code}`]
  const gap = isStandard(pathOf(next)) ? '' : style.eol
  const lineStart = text.lastIndexOf('\n', next.start) + 1
  return [lineStart, lineStart, `\t${code}${style.eol}${gap}`]
}

function isGone(node: SyntaxNode, removed: readonly Range[]): boolean {
  return removed.some(({ start, end }) => start <= node.start && node.end <= end)
}

export const addImports: SignatureTemplate['addImports'] = (wanted, context, removed) => {
  const { root, style } = context
  const clause = root.children.find(({ type }) => type === 'package_clause')
  if (wanted.length === 0 || !clause) return []
  const sorted = [...wanted].sort((a, b) => (a.module < b.module ? -1 : 1))
  const code = ({ module, name }: Import): string =>
    lastPart(module) === name ? `"${module}"` : `${name} "${module}"`
  const specs = descendants(root).filter(({ type }) => type === 'import_spec')
  const living = specs.filter(
    (each) => each.parent?.type === 'import_spec_list' && !isGone(each, removed),
  )
  const edits = sorted.map((each) => inList(code(each), each.module, living, context))
  if (edits.every((edit) => edit !== undefined)) return edits
  const declarations = root.children.filter(({ type }) => type === 'import_declaration')
  const last = declarations.findLast((each) => !isGone(each, removed)) ?? clause
  const gap = last === clause ? style.eol : ''
  const block =
    last === clause && sorted.length > 1
      ? ['import (', ...sorted.map((each) => `\t${code(each)}`), ')']
      : sorted.map((each) => `import ${code(each)}`)
  return [[last.end, last.end, style.eol + gap + block.join(style.eol)]]
}
