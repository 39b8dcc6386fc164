import type { SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { type Entry, plain, type Term, type TermOf } from '../../terms/term.ts'
import { stringOf } from './strings.ts'

/** Registered names as constants: `JwtRegisteredClaimNames.Iat`. */
export function claimName(node: SyntaxNode | undefined): string | undefined {
  if (!node) return undefined
  const constant = /^\w*(?:ClaimNames|HeaderNames?)\.(\w+)$/i.exec(node.text)?.[1]
  return constant?.toLowerCase() ?? stringOf(node)
}

/** All members in a value: of a dictionary and of what is added to it later, of a list of claims. */
export function entriesIn(term: Term): readonly Entry[] {
  const inner = plain(term)
  switch (inner.kind) {
    case 'object':
      return inner.entries
    case 'concat':
      return inner.parts.flatMap(entriesIn)
    case 'list':
      return inner.items.flatMap(entriesIn)
    case 'json':
      return entriesIn(inner.of)
    default:
      return []
  }
}

export function objectOf(terms: readonly Term[]): TermOf | undefined {
  const entries = terms.flatMap(entriesIn)
  return entries.length > 0 ? { kind: 'object', entries } : undefined
}

/** Where every value must be a text, a number cannot take the text's place. */
function asText(value: Term, isText: boolean): Term {
  return isText && value.kind === 'text' ? { ...value, kind: 'string', of: value } : value
}

/** One member of braces: `{ "mn", number }`, `["mn"] = number`, `Issuer = key`. */
function entryOf(node: SyntaxNode, evaluator: Evaluator, texts: boolean): Entry | undefined {
  const [first, second] =
    node.type === 'assignment_expression'
      ? [node.get('left'), node.get('right')]
      : node.type === 'initializer_expression'
        ? node.namedChildren
        : []
  if (!first || !second) return undefined
  const key = first.type === 'element_binding_expression' ? first.namedChildren[0] : first
  const inner = key?.type === 'argument' ? key.namedChildren[0] : key
  const name = claimName(inner) ?? (inner?.type === 'identifier' ? inner.text : undefined)
  return name === undefined
    ? undefined
    : { name, value: asText(evaluator.term(second), texts), node }
}

/** The braces behind `new Dictionary<string, object>`. */
export function lowerInitializer(node: SyntaxNode, evaluator: Evaluator): TermOf | undefined {
  const braces = node.get('initializer')
  const texts = /,\s*string\s*>/.test(node.get('type')?.text ?? '')
  const entries = (braces?.namedChildren ?? []).flatMap(
    (each) => entryOf(each, evaluator, texts) ?? [],
  )
  return entries.length > 0 ? { kind: 'object', entries } : undefined
}

/** `new { sdkKey = key, mn }` */
export function lowerAnonymous(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const entries: Entry[] = []
  const { children } = node
  children.forEach((child, index) => {
    if (child.type !== 'identifier' || children[index - 1]?.type === '=') return
    const value = children[index + 1]?.type === '=' ? children[index + 2] : child
    if (value) entries.push({ name: child.text, value: evaluator.term(value), node: child })
  })
  return { kind: 'object', entries }
}

/** `payload["mn"] = number` */
export function lowerItemSet(node: SyntaxNode, evaluator: Evaluator): TermOf | undefined {
  const [left, right] = [node.get('left'), node.get('right')]
  const name = claimName(left?.get('subscript')?.namedChildren[0]?.namedChildren[0])
  return name !== undefined && right
    ? { kind: 'object', entries: [{ name, value: evaluator.term(right), node }] }
    : undefined
}
