import type { Edit } from '../../rewrite/edit.ts'
import type { WriteContext } from '../../rewrite/signature-template.ts'
import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import { awaitableAt, awaiting, enclosingFunction, isExported } from './async-chain.ts'

/** The declaration at a file's outermost level whose value an expression is. */
function declarationOf(node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node
  if (parent?.type !== 'variable_declarator' || node.field !== 'value') return undefined
  if (parent.get('name')?.type !== 'identifier' || parent.get('type')) return undefined
  return enclosingFunction(node) || isExported(parent) ? undefined : parent
}

/** Whether another part of the page, a script or an attribute, can read a name too. */
function isReadElsewhere(name: string, { text, root }: WriteContext): boolean {
  const around = `${text.slice(0, root.start)} ${text.slice(root.end)}`
  return new RegExp(`\\b${name}\\b`).test(around)
}

/**
 * The edits by which a name may hold a promise where nothing can wait: what reads it waits
 * instead. Nothing where a reader cannot, or where it is not known who reads it.
 */
export function awaitedLater(context: WriteContext): readonly Edit[] | undefined {
  const { node, evaluator } = context
  const { scopes } = evaluator
  const declaration = declarationOf(node)
  const name = declaration?.get('name')
  if (!declaration || !name || isReadElsewhere(name.text, context)) return undefined
  if (scopes.visible(name.text, node).length !== 1) return undefined
  const reads = descendants(scopes.root).filter(
    (each) =>
      each !== name &&
      each.text === name.text &&
      /^(?:shorthand_property_)?identifier$/.test(each.type) &&
      scopes.visible(each.text, each).some((binding) => binding.node === declaration),
  )
  const edits = reads.map((read) => {
    const further = read.field === 'left' ? undefined : awaitableAt(read, evaluator)
    return further && [...further, ...awaiting(read)]
  })
  return reads.length === 0 || edits.some((each) => each === undefined)
    ? undefined
    : edits.flatMap((each) => each ?? [])
}
