import type { Import, SignatureTemplate, WriteContext } from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'

function importsOf(root: SyntaxNode): readonly SyntaxNode[] {
  return root.children.filter(({ type }) => type === 'import_or_export')
}

/** A name of a library as it is written here; an import is asked for where there is none of all of it. */
export function nameIn(
  module: string,
  context: WriteContext,
  imports: Import[],
): (name: string) => string {
  const own = importsOf(context.root).filter(({ text }) =>
    new RegExp(`['"]${module}['"]`).test(text),
  )
  const whole = own.filter(({ text }) => !/\b(?:show|hide|deferred)\b/.test(text))
  const [plain = whole[0]] = whole.filter(({ text }) => !/\bas\b/.test(text))
  const prefix = plain && /\bas\s+(\w+)/.exec(plain.text)?.[1]
  if (!plain && !imports.some((each) => each.module === module)) imports.push({ module, name: '' })
  return (name) => (prefix === undefined ? name : `${prefix}.${name}`)
}

/** Libraries of the SDK come before packages, both in the order of the alphabet. */
function placeOf(module: string, present: readonly SyntaxNode[]): SyntaxNode | undefined {
  const scheme = module.slice(0, module.indexOf(':') + 1)
  const group = present.filter(({ text }) => text.includes(scheme))
  return group.findLast(({ text }) => (/['"](.*?)['"]/.exec(text)?.[1] ?? '') < module)
}

export const addImports: SignatureTemplate['addImports'] = (wanted, { root, style }) => {
  const { eol, quote } = style
  const present = importsOf(root)
  const first = root.children.find(({ type }) => !type.endsWith('comment')) ?? root
  const head = root.children.find(({ type }) => type === 'library_name')
  return [...wanted]
    .sort((a, b) => (a.module < b.module ? -1 : 1))
    .map(({ module }) => {
      const line = `import ${quote}${module}${quote};`
      const before = placeOf(module, present)
      if (before) return [before.end, before.end, eol + line]
      const isPackage = module.startsWith('package:')
      const last = isPackage ? present.findLast(({ text }) => text.includes('dart:')) : undefined
      if (last) return [last.end, last.end, eol + eol + line]
      if (head) return [head.end, head.end, eol + eol + line]
      const gap =
        present.length > 0 && (isPackage || /dart:/.test(present[0]?.text ?? '')) ? '' : eol
      return [first.start, first.start, line + eol + gap]
    })
}
