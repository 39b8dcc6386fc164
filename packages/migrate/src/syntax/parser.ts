import { Language, Parser, type Tree, type TreeCursor } from 'web-tree-sitter'
import { type Relevance, relevantStatements } from './relevant-statements.ts'
import { SyntaxNode } from './syntax-node.ts'

/** A grammar file of `@vscode/tree-sitter-wasm` (or one built likewise), without prefix and suffix. */
export type GrammarName = string

/** Where the bytes of grammars come from: files in Node, URLs in a browser. */
export type GrammarSource = (name: GrammarName) => Promise<Uint8Array>

/** A grammar that cannot be had: no fault of the file that is read. */
export class GrammarError extends Error {
  override readonly name = 'GrammarError'
}

export interface ParsedText {
  readonly root: SyntaxNode
  /** Whether the grammar could make nothing of some part. */
  readonly hasError: boolean
}

/** Which part of the text to parse, and what stands there if not the text itself. */
export interface Part {
  readonly start: number
  readonly end: number
  /** Other text, whose offset 0 is the file's offset `start`. */
  readonly standIn?: string
}

/** The texts of the nodes below the root. */
function statementsOf(cursor: TreeCursor, parsed: string): readonly string[] {
  const texts: string[] = []
  for (let more = cursor.gotoFirstChild(); more; more = cursor.gotoNextSibling())
    texts.push(parsed.slice(cursor.startIndex, cursor.endIndex))
  if (texts.length > 0) cursor.gotoParent()
  return texts
}

/** Reads nodes at a cursor into one tree. */
function createNodeReader(
  cursor: TreeCursor,
  types: readonly string[],
  source: string,
  offset: number,
) {
  const all: SyntaxNode[] = []
  const named = new Map<number, boolean>()
  return (parent: SyntaxNode | undefined): SyntaxNode => {
    const kind = cursor.nodeTypeId
    const isNamed = named.get(kind) ?? cursor.nodeIsNamed
    named.set(kind, isNamed)
    const node = new SyntaxNode(
      {
        type: types[kind] ?? 'ERROR',
        field: cursor.currentFieldName ?? undefined,
        named: isNamed,
        start: cursor.startIndex + offset,
        end: cursor.endIndex + offset,
        parent,
      },
      source,
      all,
    )
    parent?.children.push(node)
    return node
  }
}

/** @param isRead Whether what is in a child of the root is read too. */
function detach(
  cursor: TreeCursor,
  read: ReturnType<typeof createNodeReader>,
  isRead: (child: number) => boolean,
): SyntaxNode {
  const root = read(undefined)
  let current = root
  for (;;) {
    const isOpen = current.parent !== root || isRead(root.children.length - 1)
    if (isOpen && cursor.gotoFirstChild()) {
      current = read(current)
      continue
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent() || !current.parent) return root
      current = current.parent
    }
    current = read(current.parent)
  }
}

function readTree(
  tree: Tree,
  parsed: string,
  source: string,
  offset: number,
  relevance?: Relevance,
): ParsedText {
  const { hasError } = tree.rootNode
  const cursor = tree.walk()
  try {
    const relevant =
      relevance && !hasError ? relevantStatements(statementsOf(cursor, parsed), relevance) : []
    const read = createNodeReader(cursor, tree.language.types, source, offset)
    return { root: detach(cursor, read, (child) => relevant[child] ?? true), hasError }
  } finally {
    cursor.delete()
    tree.delete()
  }
}

/** @param relevance Leaves top-level statements without children that nothing can be found in. */
type Parse = (text: string, part?: Part, relevance?: Relevance) => ParsedText

/** Parsers by grammar, each loaded when the first file needs it. */
export function createParsers(grammars: GrammarSource): (grammar: GrammarName) => Promise<Parse> {
  let ready: Promise<void> | undefined
  const parsers = new Map<GrammarName, Promise<Parser>>()

  const load = async (name: GrammarName): Promise<Parser> => {
    try {
      ready ??= Parser.init()
      await ready
      const parser = new Parser()
      parser.setLanguage(await Language.load(await grammars(name)))
      return parser
    } catch (cause) {
      throw new GrammarError(`the grammar ${name} could not be loaded`, { cause })
    }
  }

  return async (name) => {
    const loading = parsers.get(name) ?? load(name)
    parsers.set(name, loading)
    const parser = await loading
    return (text, part = { start: 0, end: text.length }, relevance) => {
      const parsed = part.standIn ?? text.slice(part.start, part.end)
      const tree = parser.parse(parsed)
      if (!tree) throw new Error(`the ${name} parser gave no tree`)
      return readTree(tree, parsed, text, part.start, relevance)
    }
  }
}
