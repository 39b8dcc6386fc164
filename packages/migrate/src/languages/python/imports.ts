import { headOfRemoved } from '../../rewrite/removals.ts'
import type { SignatureTemplate } from '../../rewrite/signature-template.ts'

const imports = /^(?:import|import_from|future_import)_statement$/

export const addImports: SignatureTemplate['addImports'] = (wanted, context, removed) => {
  const { root, style } = context
  if (wanted.length === 0) return []
  const sorted = [...wanted].sort((a, b) => a.module.localeCompare(b.module))
  const lines = sorted.map(({ module, name }) =>
    module === name ? `import ${module}` : `import ${module} as ${name}`,
  )
  const text = lines.join(style.eol)
  const last = root.children.findLast(({ type }) => imports.test(type))
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
