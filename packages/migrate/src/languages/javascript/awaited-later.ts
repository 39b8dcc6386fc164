import type { Edit } from '../../rewrite/edit.ts'
import type { WriteContext } from '../../rewrite/signature-template.ts'
import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import { enclosingFunction, isExported } from './function-place.ts'

/** The file that the edits are for. */
export type Around = Pick<WriteContext, 'evaluator' | 'text' | 'root'>

/** The edits that let a place wait; nothing where it cannot. */
export type Wait = (place: SyntaxNode) => readonly Edit[] | undefined

/** The declaration whose value an expression is, with no more than one name and no type. */
function declarationOf(node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node
  if (parent?.type !== 'variable_declarator' || node.field !== 'value') return undefined
  if (parent.get('name')?.type !== 'identifier' || parent.get('type')) return undefined
  return isExported(parent) ? undefined : parent
}

/** Whether another part of the page, a script or an attribute, can read a name too. */
function isReadElsewhere(name: SyntaxNode, { text, root }: Around): boolean {
  if (enclosingFunction(name)) return false
  const around = `${text.slice(0, root.start)} ${text.slice(root.end)}`
  return new RegExp(`\\b${name.text}\\b`).test(around)
}

/**
 * The edits by which a name may hold a promise where nothing can wait: what reads it waits
 * instead. Nothing where a reader cannot, or where it is not known who reads it.
 */
export function awaitedLater(
  node: SyntaxNode,
  around: Around,
  wait: Wait,
): readonly Edit[] | undefined {
  const { scopes } = around.evaluator
  const declaration = declarationOf(node)
  const name = declaration?.get('name')
  if (!declaration || !name || isReadElsewhere(name, around)) return undefined
  if (scopes.visible(name.text, node).length !== 1) return undefined
  const reads = descendants(scopes.root).filter(
    (each) =>
      each !== name &&
      each.text === name.text &&
      /^(?:shorthand_property_)?identifier$/.test(each.type) &&
      scopes.visible(each.text, each).some((binding) => binding.node === declaration),
  )
  const edits = reads.map((read) => {
    const further = read.field === 'left' ? undefined : wait(read)
    return further && [...further, ...awaiting(read)]
  })
  return reads.length === 0 || edits.some((each) => each === undefined)
    ? undefined
    : edits.flatMap((each) => each ?? [])
}

/** The edits that write `await` in front of an expression. */
export function awaiting({ type, text, parent, start, end }: SyntaxNode): readonly Edit[] {
  if (type === 'shorthand_property_identifier') return [[start, start, `${text}: await `]]
  const inner = /^(?:member|binary|subscript|unary)_expression$/.test(parent?.type ?? '')
  const before: Edit = [start, start, inner ? '(await ' : 'await ']
  return inner ? [before, [end, end, ')']] : [before]
}

/** `console.log(call)` by itself, as `call.then(console.log)`. */
export function loggedLater({ parent, start, end }: SyntaxNode): readonly Edit[] | undefined {
  const log = parent?.type === 'arguments' ? parent.parent : undefined
  const logger = log?.get('function')
  if (!log || !logger || !/^console\.\w+$/.test(logger.text)) return undefined
  if (parent?.namedChildren.length !== 1 || log.parent?.type !== 'expression_statement')
    return undefined
  return [
    [log.start, start, ''],
    [end, log.end, `.then(${logger.text})`],
  ]
}
