import type { Edit } from '../../rewrite/edit.ts'
import type { WriteContext } from '../../rewrite/signature-template.ts'
import { indentationAt } from '../../rewrite/style.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { blocks } from './removals.ts'

/** A place without room for statements: the body of an arrow, a statement without braces. */
interface Narrow {
  readonly body: SyntaxNode
  /** What stands before the body, as far as the braces replace it. */
  readonly from: number
  /** Where the braces close. */
  readonly to: number
  readonly lead: '' | 'return '
  readonly owner: SyntaxNode
}

const headers = /^(?:if|for|foreach|while|do|using|lock|fixed|else)_(?:statement|clause)$/

function arrowBody(body: SyntaxNode, text: string): Narrow | undefined {
  const arrow = body.parent
  const owner = arrow?.parent
  if (!arrow || !owner || !/^(?:method|local_function)/.test(owner.type)) return undefined
  const returns = (owner.get('returns') ?? owner.get('type'))?.text ?? ''
  const from = text.slice(0, arrow.start).trimEnd().length
  const to = owner.children.find(({ type }) => type === ';')?.end ?? body.end
  return { body, from, to, lead: /^(?:void|Task)$/.test(returns) ? '' : 'return ', owner }
}

export function narrowPlaceOf(node: SyntaxNode, text: string): Narrow | undefined {
  for (let at: SyntaxNode = node; at.parent; at = at.parent) {
    const { parent } = at
    if (blocks.has(parent.type)) return undefined
    if (parent.type === 'arrow_expression_clause') return arrowBody(at, text)
    const before = text.slice(0, at.start).trimEnd().length
    if (parent.type === 'lambda_expression' && at.field === 'body')
      return { body: at, from: before, to: at.end, lead: 'return ', owner: parent }
    if (headers.test(parent.type) && at.type.endsWith('statement'))
      return { body: at, from: before, to: at.end, lead: '', owner: parent }
  }
  return undefined
}

/** Whether braces stand on lines of their own. */
export function bracesAlone(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  return count(/^[ \t]*\{[ \t]*\r?$/gm) >= count(/[)\w][ \t]*\{[ \t]*\r?$/gm)
}

/** The body in braces: edits around the old expression, and what takes its own place. */
export function bracesAround(
  place: Narrow,
  prelude: string,
  token: string,
  { text, style, node }: WriteContext,
): { readonly edits: readonly Edit[]; readonly expression: string } {
  const { body, from, to, lead, owner } = place
  const isStatement = body.type.endsWith('statement')
  const outer = indentationAt(text, isStatement ? from : owner.start)
  const inner = outer + style.indent
  const brace = bracesAlone(text) ? `${style.eol}${outer}{` : ' {'
  const code = `${prelude}\n${lead}${text.slice(body.start, node.start)}${token}`
  // The engine indents like the statement that it finds around the old code.
  const isInStatement = isStatement || owner.type === 'local_function_statement'
  const isDeeper = !isInStatement && indentationAt(text, node.start).length > outer.length
  return {
    edits: [
      [from, node.start, `${brace}${style.eol}${inner}`],
      [body.end, to, `${isStatement ? '' : ';'}${style.eol}${outer}}`],
    ],
    expression: isDeeper ? code : code.replaceAll('\n', '\n  '),
  }
}
