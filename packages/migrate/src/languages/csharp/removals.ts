import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Binding, Range } from '../language.ts'

/** Node types whose children are statements. */
export const blocks: ReadonlySet<string> = new Set(['block', 'switch_section', 'global_statement'])

const classes = new Set(['class_declaration', 'struct_declaration', 'record_declaration'])

function names(node: SyntaxNode): readonly string[] {
  return node.subtree.filter(({ type }) => type === 'identifier').map(({ text }) => text)
}

/** The name that a statement gives a value, if it does no more than that. */
function givenName(statement: SyntaxNode): string | undefined {
  const [inner] = statement.namedChildren
  if (inner?.type === 'assignment_expression') return inner.get('left')?.text
  const declarators = inner?.type === 'variable_declaration' ? inner.namedChildren.slice(1) : []
  return declarators.length === 1 ? declarators[0]?.get('name')?.text : undefined
}

/** `using (var hmac = …) { … }` as a whole, if all in it rests on what it opens. */
function usingRemoval(statement: SyntaxNode): SyntaxNode | undefined {
  const body = statement.get('body')
  const header = statement.namedChildren.find(({ type }) => type === 'variable_declaration')
  if (!body || !header) return undefined
  const known = new Set(header.namedChildren.flatMap((each) => each.get('name')?.text ?? []))
  const rests = (each: SyntaxNode): boolean => {
    const given = givenName(each)
    if (given === undefined || !names(each).some((name) => known.has(name))) return false
    known.add(given)
    return true
  }
  const statements = body.type === 'block' ? body.namedChildren : [body]
  return statements.every(rests) ? statement : undefined
}

function isPrivate(member: SyntaxNode): boolean {
  const own = member.closest(classes)
  const words = (node: SyntaxNode | undefined): readonly string[] =>
    (node?.children ?? []).filter(({ type }) => type === 'modifier').map(({ text }) => text)
  const list = member.parent?.children ?? []
  const before = list[list.indexOf(member) - 1]
  return (
    own !== undefined &&
    !words(own).includes('partial') &&
    !words(member).some((word) => /^(?:public|protected|internal|override)$/.test(word)) &&
    !member.children.some(({ type }) => type === 'attribute_list') &&
    before?.type.endsWith('comment') !== true
  )
}

/** One of several declarators, with the comma that sets it apart. */
function declaratorRemoval(
  node: SyntaxNode,
  dead: ReadonlySet<SyntaxNode>,
): SyntaxNode | Range | undefined {
  const list = (node.parent?.namedChildren ?? []).filter(({ type }) => type === node.type)
  const living = list.filter((each) => !dead.has(each))
  if (living.length === 0) return node.parent?.parent
  const next = list[list.indexOf(node) + 1]
  if (next && living.some((each) => each.start > node.start))
    return { start: node.start, end: next.start }
  const before = living.findLast((each) => each.start < node.start)
  return { start: before?.end ?? node.start, end: node.end }
}

function fieldRemoval(declarators: SyntaxNode, field: SyntaxNode): SyntaxNode | undefined {
  const count = declarators.namedChildren.filter(
    ({ type }) => type === 'variable_declarator',
  ).length
  return count === 1 && isPrivate(field) ? field : undefined
}

function statementRemoval({ parent }: SyntaxNode): SyntaxNode | undefined {
  const holder = parent?.type === 'expression_statement' ? parent.parent : undefined
  if (holder?.type === 'using_statement') return usingRemoval(holder)
  return holder && blocks.has(holder.type) ? parent : undefined
}

export function removalOf(
  { name, kind, node }: Binding,
  dead: ReadonlySet<SyntaxNode>,
): SyntaxNode | Range | undefined {
  const { parent } = node
  if (name.startsWith('this.') || kind === 'parameter' || !parent) return undefined
  switch (node.type) {
    case 'variable_declaration':
      if (parent.type === 'using_statement') return usingRemoval(parent)
      return parent.type === 'local_declaration_statement' ? parent : undefined
    case 'variable_declarator': {
      const holder = parent.parent
      if (holder?.type === 'local_declaration_statement') return declaratorRemoval(node, dead)
      return holder?.type === 'field_declaration' ? fieldRemoval(parent, holder) : undefined
    }
    case 'assignment_expression':
    case 'invocation_expression':
      return statementRemoval(node)
    case 'local_function_statement':
      return node
    case 'method_declaration':
      return isPrivate(node) ? node : undefined
    default:
      return undefined
  }
}
