import type { Edit } from '../../rewrite/edit.ts'
import type { Import, SignatureTemplate } from '../../rewrite/signature-template.ts'
import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Range } from '../language.ts'
import { bindingsAt } from './bindings.ts'
import { stringOf } from './literals.ts'

function isRequire(node: SyntaxNode): boolean {
  return (
    /^(?:lexical|variable)_declaration$/.test(node.type) &&
    node.namedChildren.some((child) => bindingsAt(child).some(({ kind }) => kind === 'import'))
  )
}

/** Whether the file is an ES module, as far as its own text tells. */
function isModule(root: SyntaxNode, language: string): boolean {
  if (root.children.some(({ type }) => /^(?:import|export)_statement$/.test(type))) return true
  if (language !== 'javascript') return !root.children.some(isRequire)
  return false
}

/** After the last import, else after `'use strict'` and the comments that open the file. */
function placeOf(root: SyntaxNode): { offset: number; after: boolean } {
  const last = root.children.findLast((node) => node.type === 'import_statement' || isRequire(node))
  if (last) return { offset: last.end, after: true }
  const first = root.children.find(
    (node) =>
      !/^(?:comment|hash_bang_line)$/.test(node.type) &&
      !(node.type === 'expression_statement' && /^['"]use /.test(node.text)),
  )
  return { offset: first?.start ?? root.end, after: false }
}

/** Where a name goes into an import of its module that is there and stays. */
function intoList(
  { module, name }: Import,
  root: SyntaxNode,
  removed: readonly Range[],
): Edit | undefined {
  for (const node of root.children) {
    const source = node.type === 'import_statement' ? node.get('source') : undefined
    if (!source || stringOf(source) !== module) continue
    if (isGone(node, removed) || /^import\s+type\b/.test(node.text)) continue
    const first = descendants(node).find(({ type }) => type === 'import_specifier')
    if (first) return [first.start, first.start, `${name}, `]
  }
  return undefined
}

function isThere({ module, name }: Import, root: SyntaxNode): boolean {
  return root.children
    .flatMap(bindingsAt)
    .some((each) => each.module === module && each.imported === name && each.name === name)
}

function isGone({ start, end }: Range, removed: readonly Range[]): boolean {
  return removed.some((range) => range.start <= start && end <= range.end)
}

/** New names come as those did in whose place they stand, else as the file does it. */
export const addImports: SignatureTemplate['addImports'] = (imports, context, removed) => {
  const { root, style, language } = context
  const end = style.semicolons ? ';' : ''
  const wanted = imports.filter((each) => !isThere(each, root))
  const joined = wanted
    .map((each) => intoList(each, root, removed))
    .filter((edit) => edit !== undefined)
  const gone = root.children.find(
    (node) => (node.type === 'import_statement' || isRequire(node)) && isGone(node, removed),
  )
  const esm = !/^(?!import)[\s\S]*\brequire\s*\(/.test(gone?.text ?? '') && isModule(root, language)
  const lines = wanted
    .filter((each) => !intoList(each, root, removed))
    .map(({ module, name }) => {
      const from = `${style.quote}${module}${style.quote}`
      return esm
        ? `import { ${name} } from ${from}${end}`
        : `const { ${name} } = require(${from})${end}`
    })
  if (lines.length === 0) return joined
  const text = lines.join(style.eol)
  if (gone) return [...joined, [gone.start, gone.start, text + style.eol] satisfies Edit]
  const { offset, after } = placeOf(root)
  const padding = after ? style.eol + text : text + style.eol + style.eol
  return [...joined, [offset, offset, padding] satisfies Edit]
}
