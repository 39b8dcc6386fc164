import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'

/** A function given as a member of the only argument, also in the short form `success(x) {}`. */
export function callbackOf(call: SyntaxNode, name: string): SyntaxNode | undefined {
  const object = call.get('arguments')?.namedChildren[0]
  for (const member of object?.namedChildren ?? []) {
    if (member.type === 'method_definition' && member.get('name')?.text === name) return member
    if (member.type === 'pair' && member.get('key')?.text === name) return member.get('value')
    if (member.type === 'shorthand_property_identifier' && member.text === name) return member
  }
  return undefined
}

/** Whether a function does nothing but write to the console. */
export function logsOnly(node: SyntaxNode): boolean {
  const body = node.get('body')
  if (!body) return false
  for (const inner of descendants(body)) {
    if (/assignment|return_statement|await/.test(inner.type)) return false
    if (inner.type === 'call_expression' && !inner.text.startsWith('console.')) return false
  }
  return true
}

/** The code of a callback by itself. */
export function callbackCode(node: SyntaxNode): string {
  if (node.type !== 'method_definition') return node.text
  const isAsync = node.children.some(({ type }) => type === 'async')
  return `${isAsync ? 'async ' : ''}${node.get('parameters')?.text ?? '()'} => ${node.get('body')?.text ?? '{}'}`
}
