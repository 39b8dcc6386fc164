import type { SyntaxNode } from '../../syntax/syntax-node.ts'

const methods: ReadonlySet<string> = new Set(['method', 'singleton_method', 'program'])
const parameters =
  /^(?:method_parameters|block_parameters|lambda_parameters|optional_parameter|keyword_parameter|splat_parameter|hash_splat_parameter|block_parameter|exception_variable|left_assignment_list)$/

const known = new WeakMap<SyntaxNode, ReadonlySet<string>>()

function isAssigned({ parent, field, type }: SyntaxNode): boolean {
  if (!parent || type !== 'identifier') return false
  if (/^(?:operator_)?assignment$/.test(parent.type)) return field === 'left'
  if (/^(?:optional|keyword)_parameter$/.test(parent.type)) return field === 'name'
  return parameters.test(parent.type)
}

function localsOf(method: SyntaxNode): ReadonlySet<string> {
  const names = known.get(method) ?? new Set(method.subtree.filter(isAssigned).map((n) => n.text))
  known.set(method, names)
  return names
}

/** Whether a bare name is a variable or a parameter of its method; else it is a call. */
export function isLocal(node: SyntaxNode): boolean {
  const method = node.closest(methods)
  return method !== undefined && localsOf(method).has(node.text)
}
