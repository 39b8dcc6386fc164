import { headOfRemoved } from '../../rewrite/removals.ts'
import type { SignatureTemplate } from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'

const own = /\b(?:base64|hashlib|hmac|time)\b/
const imports = /^(?:import|import_from|future_import)_statement$/

/** The last `import` beside that of the HMAC, else of the file: other groups are not touched. */
function lastImport(root: SyntaxNode): SyntaxNode | undefined {
  const lines = root.children.filter(({ type }) => imports.test(type))
  const plain = lines.findLast(({ type, text }) => type === 'import_statement' && own.test(text))
  return plain ?? lines.at(-1)
}

export const addImports: SignatureTemplate['addImports'] = (wanted, context, removed) => {
  const { root, style } = context
  if (wanted.length === 0) return []
  const sorted = [...wanted].sort((a, b) => a.module.localeCompare(b.module))
  const lines = sorted.map(({ module, name }) =>
    module === name ? `import ${module}` : `import ${module} as ${name}`,
  )
  const text = lines.join(style.eol)
  const last = lastImport(root)
  const goes = last && removed.some(({ start, end }) => start <= last.start && last.end <= end)
  if (last && goes) {
    const head = headOfRemoved(last, context.text, removed)
    return [[head, head, text + style.eol]]
  }
  if (last) return [[last.end, last.end, style.eol + text]]
  const first = root.children.find(
    (node, index) =>
      node.type !== 'comment' &&
      !(index === 0 && node.type === 'expression_statement' && /^[rRuU]?["']/.test(node.text)),
  )
  const offset = first?.start ?? root.end
  return [[offset, offset, text + style.eol + style.eol]]
}
