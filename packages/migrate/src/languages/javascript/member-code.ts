import type { WriteContext } from '../../rewrite/signature-template.ts'
import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Term } from '../../terms/term.ts'
import { partCode } from '../literals.ts'

function isTyped({ language }: Pick<WriteContext, 'language'>): boolean {
  return language !== 'javascript'
}

export function member(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`
}

export function roleCode(role: Term, { evaluator }: Pick<WriteContext, 'evaluator'>): string {
  if (role.kind === 'linear' && role.now === 0 && role.node.type === 'number') return role.node.text
  const fixed = evaluator.fixedText(role)
  if (fixed !== undefined && /^[01]$/.test(fixed)) return fixed
  return `Number(${role.node.text})`
}

/** The code of a value; a text may be a piece of a longer literal, so it is written anew. */
export function codeOf(term: Term, { style }: WriteContext): string {
  return partCode(term, style.quote, /["'\\]/g)
}

/** Whether an expression may be undefined by its type: a variable of the environment, a look-up. */
function mayBeUndefined(node: SyntaxNode, context: WriteContext): boolean {
  if (/^(?:process\.env|import\.meta\.env)(?:\.\w+|\[[^\]]+\])$/.test(node.text)) return true
  if (node.type === 'call_expression') return /\.get\b/.test(node.get('function')?.text ?? '')
  const binding = context.evaluator.bindingOf(node)
  if (binding?.kind !== 'value' || !binding.value || binding.value === node) return false
  if (binding.node.get('type')) return false
  return mayBeUndefined(binding.value, context)
}

/** The code of a credential; the signer refuses the empty text by name. */
export function textCode(term: Term, context: WriteContext): string {
  const code = codeOf(term, context)
  const unset = isTyped(context) && term.kind === 'opaque' && mayBeUndefined(term.node, context)
  return unset ? `${code} ?? ${context.style.quote.repeat(2)}` : code
}
