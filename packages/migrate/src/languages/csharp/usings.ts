import type { SignatureTemplate } from '../../rewrite/signature-template.ts'
import { indentationAt } from '../../rewrite/style.ts'
import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'

function namespaceOf(using: SyntaxNode): string {
  return using.text.replace(/^(?:global\s+)?using\s+|;$/g, '')
}

/** Namespaces that the code needs and the file does not use yet, at their place among the others. */
export const addImports: SignatureTemplate['addImports'] = (imports, { root, style, text }) => {
  const usings = descendants(root).filter(({ type }) => type === 'using_directive')
  const present = new Set(usings.map(namespaceOf))
  const wanted = [...new Set(imports.map(({ module }) => module))]
    .filter((module) => !present.has(module))
    .sort()
  const last = usings.at(-1)
  if (last) {
    return wanted.map((module) => {
      const before = usings.findLast((each) => {
        const name = namespaceOf(each)
        return name.startsWith('System') && name < module
      })
      const { start, end } = before ?? last
      return [end, end, `${style.eol}${indentationAt(text, start)}using ${module};`]
    })
  }
  if (wanted.length === 0) return []
  const offset = root.namedChildren[0]?.start ?? root.end
  const lines = wanted.map((module) => `using ${module};${style.eol}`)
  return [[offset, offset, lines.join('') + style.eol]]
}
