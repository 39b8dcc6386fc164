import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { plain, type Term } from '../../terms/term.ts'
import { partCode } from '../literals.ts'
import { nameOf } from './bindings.ts'
import { callOf } from './call-of.ts'

/** The type of a struct's field, if all fields of that name in the file have the same. */
function fieldType(name: string, evaluator: Evaluator): string | undefined {
  const types = new Set(
    descendants(evaluator.scopes.root)
      .filter((each) => each.type === 'field_declaration')
      .filter((each) => each.children.some(({ field, text }) => field === 'name' && text === name))
      .map((each) => each.get('type')?.text),
  )
  const [only] = types
  return types.size === 1 ? only : undefined
}

function typeOfValue(value: SyntaxNode | undefined): string | undefined {
  if (!value) return undefined
  if (/string_literal$/.test(value.type)) return 'string'
  if (value.type === 'int_literal') return 'int'
  const call = callOf(value)
  if (!call) return undefined
  if (call.name === 'Getenv' || /^Sprint/.test(call.name)) return 'string'
  if (/^(?:Itoa|Format\w+|TrimSpace|Param|FormValue|PathValue|Query)$/.test(call.name))
    return 'string'
  return /^(?:string|int|int64|\[\]byte)$/.test(call.name) ? call.name : undefined
}

/** The type of a name or a field, as far as the file tells it. */
export function typeOf(node: SyntaxNode, evaluator: Evaluator): string | undefined {
  if (node.type === 'selector_expression')
    return fieldType(node.get('field')?.text ?? '', evaluator)
  const name = nameOf(node)
  if (name === undefined) return typeOfValue(node)
  const types = evaluator.scopes.visible(name, node).flatMap((binding) => {
    return (
      binding.node.get('type')?.text ??
      (binding.value?.type === 'identifier' ? undefined : typeOfValue(binding.value)) ??
      []
    )
  })
  return types[0]
}

export function codeOf(term: Term): string {
  return partCode(plain(term), '"')
}

export function isText(term: Term, evaluator: Evaluator): boolean {
  const inner = plain(term)
  return inner.kind === 'text' || typeOf(inner.node, evaluator) === 'string'
}
