import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import { isFunction } from './bindings.ts'

export function enclosingFunction(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at
  return undefined
}

export function isExported(node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'export_statement')
      return at.children.every(({ type }) => type !== 'class_declaration')
    if (isFunction(at)) return false
  }
  return /^(?:module\.)?exports\b/.test(node.parent?.get('left')?.text ?? '')
}

/** Whether a place is in a function that other files can call, not in a callback in it. */
export function isInExported(node: SyntaxNode): boolean {
  const target = enclosingFunction(node)
  return target !== undefined && isExported(target)
}
