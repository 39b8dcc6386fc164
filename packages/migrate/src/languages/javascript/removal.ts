import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding, Range } from '../language.ts'
import { bindingsAt } from './bindings.ts'

const declarations: ReadonlySet<string> = new Set(['lexical_declaration', 'variable_declaration'])
const declarators: ReadonlySet<string> = new Set(['variable_declarator'])

/** A part of a comma list with its comma, or everything where the whole list goes. */
function listItem(
  node: SyntaxNode,
  dead: ReadonlySet<SyntaxNode>,
  whole: SyntaxNode | Range,
): SyntaxNode | Range {
  const items = (node.parent?.namedChildren ?? []).filter(({ type }) => type === node.type)
  const living = items.filter((item) => !dead.has(item))
  if (living.length === 0) return whole
  const index = items.indexOf(node)
  const next = items[index + 1]
  if (next && living.some((item) => item.start > node.start))
    return { start: node.start, end: next.start }
  const before = living.findLast((item) => item.start < node.start)
  return { start: before?.end ?? node.start, end: node.end }
}

function importRemoval(
  binding: Binding,
  dead: ReadonlySet<SyntaxNode>,
): SyntaxNode | Range | undefined {
  const { node } = binding
  const statement = node.closest(new Set(['import_statement']))
  const names = bindingsAt(statement ?? node)
  if (statement && names.every((name) => dead.has(name.node))) return statement
  if (node.type === 'import_specifier') {
    const list = node.parent as SyntaxNode
    const clause = list.parent as SyntaxNode
    const whole = clause.namedChildren.find((part) => part !== list)
    return listItem(node, dead, whole ? ({ start: whole.end, end: list.end } as SyntaxNode) : list)
  }
  if (statement && node.type === 'identifier') {
    const clause = node.parent as SyntaxNode
    const other = clause.namedChildren.find((part) => part !== node)
    return other && { start: node.start, end: other.start }
  }
  return undefined
}

function declaratorRemoval(
  node: SyntaxNode,
  dead: ReadonlySet<SyntaxNode>,
): SyntaxNode | Range | undefined {
  const statement = node.closest(declarations)
  const declarator = node.closest(declarators)
  if (!statement || !declarator || statement.parent?.type === 'export_statement') return undefined
  if (node === declarator) return listItem(node, dead, statement)
  return listItem(node, dead, listItem(declarator, new Set([declarator]), statement))
}

function methodRemoval(node: SyntaxNode): SyntaxNode | undefined {
  const isPrivate = node.children.some(
    ({ type, text }) => type === 'private_property_identifier' || text === 'private',
  )
  return isPrivate ? node : undefined
}

/** What goes with a binding that nothing uses any more; nothing where others may use it. */
export function removalOf(
  binding: Binding,
  dead: ReadonlySet<SyntaxNode>,
): SyntaxNode | Range | undefined {
  const { node } = binding
  switch (node.type) {
    case 'variable_declarator':
    case 'shorthand_property_identifier_pattern':
      return declaratorRemoval(node, dead)
    case 'assignment_expression':
    case 'augmented_assignment_expression':
    case 'call_expression':
      return node.parent?.type === 'expression_statement' ? node.parent : undefined
    case 'function_declaration':
      return node.parent?.type === 'export_statement' ? undefined : node
    case 'method_definition':
      return methodRemoval(node)
    default:
      return binding.kind === 'import' ? importRemoval(binding, dead) : undefined
  }
}
