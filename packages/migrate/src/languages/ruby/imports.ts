import type { SignatureTemplate, WriteContext } from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'

/** Code that runs inside Rails, or uses JSON elsewhere, has it loaded. */
const loaded =
  /\brequire ['"](?:json|rails|active_support)|\bJSON\.|\.to_json\b|\bRails\.|\bApplication(?:Controller|Record|Job)\b|\bAction(?:Controller|View)::|\bActive(?:Record|Support|Job|Model)::/

export function isLoaded(module: string, { text }: WriteContext): boolean {
  return module === 'json' && loaded.test(text)
}

function isRequire(node: SyntaxNode): boolean {
  return node.type === 'call' && /^require(?:_relative)?\b/.test(node.text)
}

/** The end of the lines at the top that are for Ruby itself. */
function magicEnd(text: string): number {
  return /^\uFEFF?(?:#!.*\r?\n)?(?:#.*(?:coding|frozen_string_literal|typed):.*\r?\n)*/.exec(
    text,
  )?.[0].length as number
}

export const addImports: SignatureTemplate['addImports'] = (
  wanted,
  { root, style, text },
  removed,
) => {
  if (wanted.length === 0) return []
  const { quote, eol } = style
  const lines = [...new Set(wanted.map(({ module }) => `require ${quote}${module}${quote}`))].sort()
  const code = lines.join(eol)
  const present = root.children.filter(isRequire)
  const last = present.findLast(
    (node) => !removed.some(({ start, end }) => start <= node.start && node.end <= end),
  )
  if (last) return [[last.end, last.end, eol + code]]
  const [gone] = present
  if (gone) return [[gone.start, gone.start, code + eol]]
  const offset = root.start > 0 ? root.start : magicEnd(text)
  const isBlank = /^\r?\n/.test(text.slice(offset))
  return [[offset, offset, isBlank ? eol + code + eol : code + eol + eol]]
}
