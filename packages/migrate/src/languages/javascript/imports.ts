import type { Edit } from '../../rewrite/edit.ts'
import type { SignatureTemplate } from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { bindingsAt } from './bindings.ts'

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

export const addImports: SignatureTemplate['addImports'] = (imports, context, removed) => {
  const { root, style } = context
  const end = style.semicolons ? ';' : ''
  const esm = isModule(root, context.language)
  const lines = imports.map(({ module, name }) => {
    const from = `${style.quote}${module}${style.quote}`
    return esm
      ? `import { ${name} } from ${from}${end}`
      : `const { ${name} } = require(${from})${end}`
  })
  if (lines.length === 0) return []
  const gone = root.children.find(
    (node) =>
      (node.type === 'import_statement' || isRequire(node)) &&
      removed.some((range) => range.start <= node.start && node.end <= range.end),
  )
  const text = lines.join(style.eol)
  if (gone) return [[gone.start, gone.start, text + style.eol] satisfies Edit]
  const { offset, after } = placeOf(root)
  const padding = after ? style.eol + text : text + style.eol + style.eol
  return [[offset, offset, padding] satisfies Edit]
}
