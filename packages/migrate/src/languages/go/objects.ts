import { descendants, type SyntaxNode } from '../../syntax/syntax-node.ts'
import type { Evaluator } from '../../terms/evaluator.ts'
import { type Entry, plain, type Term, type TermOf } from '../../terms/term.ts'
import { stringOf } from './strings.ts'

/** The members of the JWT libraries' own claims. */
const registered: Readonly<Record<string, string>> = {
  Issuer: 'iss',
  IssuedAt: 'iat',
  ExpiresAt: 'exp',
  NotBefore: 'nbf',
  Subject: 'sub',
  Audience: 'aud',
}

interface Field {
  readonly name: string
  readonly node: SyntaxNode
}

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node
  while (root.parent) root = root.parent
  return root
}

/** The fields of a struct of the file, as JSON names them. */
function fieldsOf(type: string, node: SyntaxNode): ReadonlyMap<string, Field> {
  const spec = descendants(rootOf(node)).find(
    (each) => each.type === 'type_spec' && each.get('name')?.text === type,
  )
  const fields = new Map<string, Field>()
  for (const field of spec ? descendants(spec) : []) {
    if (field.type !== 'field_declaration') continue
    const name = field.get('name')?.text
    const tag = /json:"([^",]+)/.exec(field.get('tag')?.text ?? '')?.[1]
    if (name) fields.set(name, { name: tag ?? name, node: field })
  }
  return fields
}

/** All members in a value: of a map and of what is set in it later. */
export function entriesIn(term: Term): readonly Entry[] {
  const inner = plain(term)
  switch (inner.kind) {
    case 'object':
      return inner.entries
    case 'concat':
      return inner.parts.flatMap(entriesIn)
    case 'json':
      return entriesIn(inner.of)
    default:
      return []
  }
}

function valueIn(element: SyntaxNode | undefined): SyntaxNode | undefined {
  return element?.type === 'literal_element' ? element.namedChildren[0] : element
}

/** Where every value must be a text, a number cannot take the text's place. */
function asText(value: Term, isText: boolean): Term {
  return isText && value.kind === 'text' ? { ...value, kind: 'string', of: value } : value
}

/** One member with its key, and those of a struct embedded by its name. */
function membersOf(
  key: SyntaxNode,
  value: Term,
  element: SyntaxNode,
  field: Field | undefined,
): readonly Entry[] {
  const name = stringOf(key) ?? field?.name ?? registered[key.text] ?? key.text
  // A member is added to a struct where its type is, which is no list of members.
  const member = { name, value, node: field?.node ?? element }
  return value.kind === 'object' ? [member, ...value.entries] : [member]
}

/** `jwt.MapClaims{"mn": number}`, `Claims{Mn: number}`, `[]string{a, b}` */
export function lowerComposite(node: SyntaxNode, evaluator: Evaluator): TermOf {
  const type = node.get('type')?.text ?? ''
  const fields = fieldsOf(type, node)
  const entries: Entry[] = []
  const items: Term[] = []
  for (const element of node.get('body')?.namedChildren ?? []) {
    const [key, value] = [element.get('key'), element.get('value')].map(valueIn)
    const term = evaluator.term(value ?? valueIn(element) ?? element)
    if (key) {
      const given = asText(term, /\]string$/.test(type))
      entries.push(...membersOf(key, given, element, fields.get(key.text)))
    } else if (term.kind === 'object') entries.push(...term.entries)
    else items.push(term)
  }
  return entries.length > 0 ? { kind: 'object', entries } : { kind: 'list', items }
}

/** `claims["mn"] = number` */
export function lowerItemSet(node: SyntaxNode, evaluator: Evaluator): TermOf | undefined {
  const [left, right] = [node.get('left'), node.get('right')].map((each) => each?.namedChildren[0])
  const index = left?.get('index')
  const name = index && stringOf(index)
  return name !== undefined && right
    ? { kind: 'object', entries: [{ name, value: evaluator.term(right), node }] }
    : undefined
}
