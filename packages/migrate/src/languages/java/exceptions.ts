import type { SyntaxNode } from '../../syntax/syntax-node.ts'

/** Where an exception goes no further by itself. */
const borders: ReadonlySet<string> = new Set([
  'method_declaration',
  'constructor_declaration',
  'lambda_expression',
  'static_initializer',
])

const wide = ['GeneralSecurityException', 'Exception', 'Throwable']

function typesIn(node: SyntaxNode | undefined): readonly string[] {
  const types = node?.subtree.filter(({ type }) => type === 'type_identifier') ?? []
  return types.map(({ text }) => text)
}

/** The exceptions that the `try` around a place catches, from the inside out. */
function caughtAround(node: SyntaxNode): { types: readonly string[]; border?: SyntaxNode } {
  const types: string[] = []
  for (let at = node; at.parent; at = at.parent) {
    if (borders.has(at.type)) return { types, border: at }
    const isTry = /^try_(?:with_resources_)?statement$/.test(at.parent.type)
    if (!isTry || at.field !== 'body') continue
    for (const clause of at.parent.children) {
      if (clause.type === 'catch_clause') types.push(...typesIn(clause.namedChildren[0]))
    }
  }
  return { types }
}

/** Whether what `Mac` throws may be thrown at this place. */
export function mayThrow(node: SyntaxNode): boolean {
  const { types, border } = caughtAround(node)
  if (!border) return true
  const declared = typesIn(border.children.find(({ type }) => type === 'throws'))
  const sneaky = border.children.some(({ text }) => text.startsWith('@SneakyThrows'))
  const all = new Set([...types, ...declared])
  const covers = (...names: string[]): boolean => names.some((name) => all.has(name))
  return (
    sneaky ||
    (covers('NoSuchAlgorithmException', ...wide) &&
      covers('InvalidKeyException', 'KeyException', ...wide))
  )
}

/** Whether a `catch` at this place is for `getBytes("UTF-8")`, and needs one to be left. */
export function catchesEncoding(node: SyntaxNode): boolean {
  return caughtAround(node).types.some((type) =>
    /^(?:UnsupportedEncodingException|IOException)$/.test(type),
  )
}

/** The `try` statements that hold some of these nodes, but not the place itself. */
export function otherTries(
  nodes: Iterable<SyntaxNode>,
  place: SyntaxNode,
): ReadonlySet<SyntaxNode> {
  const found = new Set<SyntaxNode>()
  for (const node of nodes) {
    for (let at: SyntaxNode | undefined = node; at && !borders.has(at.type); at = at.parent) {
      if (at.type.startsWith('try_') && at.type.endsWith('statement') && !at.contains(place))
        found.add(at)
    }
  }
  return found
}
