import type { WriteContext } from '../../rewrite/signature-template.ts'
import type { Term } from '../../terms/term.ts'

function isTyped({ language }: Pick<WriteContext, 'language'>): boolean {
  return language !== 'javascript'
}

export function member(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`
}

export function roleCode(role: Term): string {
  if (role.kind === 'linear' && role.now === 0 && role.node.type === 'number') return role.node.text
  if (role.kind === 'text' && /^[01]$/.test(role.value)) return role.value
  return `Number(${role.node.text})`
}

/** The code of a value; a text may be a piece of a longer literal, so it is written anew. */
export function codeOf(term: Term, { style: { quote } }: WriteContext): string {
  return term.kind === 'text' && term.piece
    ? quote + term.value.replaceAll(quote, `\\${quote}`) + quote
    : term.node.text
}

/** An environment variable may be missing by its type; the signer refuses the empty text by name. */
export function textCode(term: Term, context: WriteContext): string {
  const code = codeOf(term, context)
  const unset = /^(?:process\.env|import\.meta\.env)(?:\.\w+|\[[^\]]+\])$/.test(code)
  return isTyped(context) && unset ? `${code} ?? ${context.style.quote.repeat(2)}` : code
}
