import type { SyntaxNode } from '../syntax/syntax-node.ts'

/**
 * What an expression makes, in words that all languages share. `node` is the expression as it
 * stands in the file; `inlined` says that it stands in a function other than the one looked at, so
 * that its text means nothing there.
 */
export type Term = TermOf & { readonly node: SyntaxNode; readonly inlined: boolean }

export type TermOf =
  /** A text; as a piece of a longer literal it has no code of its own in the file. */
  | { readonly kind: 'text'; readonly value: string; readonly piece?: boolean }
  /** A number: `now` milliseconds of the present time plus `add`; a constant where `now` is 0. */
  | { readonly kind: 'linear'; readonly now: number; readonly add: number }
  | { readonly kind: 'concat'; readonly parts: readonly Term[] }
  | { readonly kind: 'list'; readonly items: readonly Term[] }
  | {
      readonly kind: 'base64'
      readonly of: Term
      readonly plus: boolean
      readonly padding: boolean
    }
  | { readonly kind: 'hex'; readonly of: Term }
  | { readonly kind: 'hmac'; readonly key: Term; readonly message: Term }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | { readonly kind: 'json'; readonly of: Term }
  | { readonly kind: 'jwt'; readonly payload: Term; readonly key: Term | undefined }
  /** Text made of a value whose kind the language hides: `String(x)`, `str(x)`. */
  | { readonly kind: 'string'; readonly of: Term }
  /** The bytes of a text, in languages that tell these apart. */
  | { readonly kind: 'bytes'; readonly of: Term }
  /** A value from outside: a parameter, a member, the answer of an unknown call. */
  | { readonly kind: 'opaque'; readonly inputs: readonly Term[] }

export interface Entry {
  readonly name: string
  readonly value: Term
  readonly node: SyntaxNode
}

/** The parts of a concatenation, with those inside it brought to one level. */
export function partsOf(term: Term): readonly Term[] {
  if (term.kind === 'string' || term.kind === 'bytes') return partsOf(term.of)
  return term.kind === 'concat' ? term.parts.flatMap(partsOf) : [term]
}

/** A name whose value is the empty text: a setting that is still to be filled in. */
function isEmptyName(term: Term): boolean {
  return term.kind === 'text' && term.value === '' && /\w$/.test(term.node.text)
}

/** The fields of a text joined by dots; each field is the terms between two dots. */
export function dotFields(term: Term): readonly (readonly Term[])[] {
  const fields: Term[][] = [[]]
  for (const part of partsOf(term)) {
    if (part.kind !== 'text') {
      fields.at(-1)?.push(part)
      continue
    }
    const [first = '', ...others] = part.value.split('.')
    const piece = part.piece === true || others.length > 0
    if (first !== '' || isEmptyName(part)) fields.at(-1)?.push({ ...part, value: first, piece })
    for (const other of others) fields.push(other === '' ? [] : [{ ...part, value: other, piece }])
  }
  return fields
}

/** The term under wrappings that keep the bytes: base64, hex, `String()`. */
export function unwrap(term: Term): Term {
  switch (term.kind) {
    case 'base64':
    case 'hex':
    case 'string':
    case 'bytes':
    case 'json':
      return unwrap(term.of)
    default:
      return term
  }
}

/** The same text or bytes without `String()`, `encode()` and their like. */
export function plain(term: Term): Term {
  return term.kind === 'string' || term.kind === 'bytes' ? plain(term.of) : term
}

export function isTerm(lowered: Term | TermOf): lowered is Term {
  return 'node' in lowered && 'inlined' in lowered
}

/** A value under its name; so is what `String()` made it from where a call gives that. */
export function namedBy(node: SyntaxNode, inlined: boolean, value: Term): Term {
  const isCalled = value.kind === 'string' && /\(/.test(plain(value).node.text)
  return isCalled
    ? { ...value, of: namedBy(node, inlined, value.of), node, inlined }
    : { ...value, node, inlined }
}

/** The terms that a term is directly made of. */
export function childrenOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'concat':
      return term.parts
    case 'list':
      return term.items
    case 'base64':
    case 'hex':
    case 'json':
    case 'string':
    case 'bytes':
      return [term.of]
    case 'hmac':
      return [term.key, term.message]
    case 'object':
      return term.entries.map(({ value }) => value)
    case 'jwt':
      return term.key ? [term.payload, term.key] : [term.payload]
    case 'opaque':
      return term.inputs
    default:
      return []
  }
}

/** Every term inside a term, itself first; one that is in it twice comes once. */
export function termsIn(term: Term): ReadonlySet<Term> {
  const found = new Set([term])
  // A set goes on with what is added while it is walked.
  for (const each of found) for (const child of childrenOf(each)) found.add(child)
  return found
}

/** Whether the present time is in it. */
export function hasTime(term: Term): boolean {
  for (const inner of termsIn(term)) if (inner.kind === 'linear' && inner.now !== 0) return true
  return false
}
