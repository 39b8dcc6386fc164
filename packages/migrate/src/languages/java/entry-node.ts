import type { SyntaxNode } from '../../syntax/syntax-node.ts'

const statements: ReadonlySet<string> = new Set([
  'expression_statement',
  'local_variable_declaration',
  'field_declaration',
  'return_statement',
])

/**
 * The place of a claim. Java writes claims in many ways and none is a member between commas, so it
 * is the whole statement: an edit made for such a member then cannot give a file that parses.
 */
export function entryNode(node: SyntaxNode): SyntaxNode {
  return node.closest(statements) ?? node
}
