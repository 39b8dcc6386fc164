import { Language, Parser, type Tree } from 'web-tree-sitter'
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

function detach(tree: Tree, source: string, offset: number): SyntaxNode {
  const cursor = tree.walk()
  const all: SyntaxNode[] = []
  const read = (parent: SyntaxNode | undefined): SyntaxNode =>
    new SyntaxNode(
      {
        type: cursor.nodeType,
        field: cursor.currentFieldName ?? undefined,
        named: cursor.nodeIsNamed,
        start: cursor.startIndex + offset,
        end: cursor.endIndex + offset,
        parent,
      },
      source,
      all,
    )
  const root = read(undefined)
  let current = root
  for (;;) {
    if (cursor.gotoFirstChild()) {
      const child = read(current)
      current.children.push(child)
      current = child
      continue
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent() || !current.parent) {
        cursor.delete()
        return root
      }
      current = current.parent
    }
    const parent = current.parent as SyntaxNode
    const sibling = read(parent)
    parent.children.push(sibling)
    current = sibling
  }
}

/** Parsers by grammar, each loaded when the first file needs it. */
export function createParsers(
  grammars: GrammarSource,
): (grammar: GrammarName) => Promise<(text: string, part?: Part) => ParsedText> {
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
    return (text, part = { start: 0, end: text.length }) => {
      const tree = parser.parse(part.standIn ?? text.slice(part.start, part.end))
      if (!tree) throw new Error(`the ${name} parser gave no tree`)
      try {
        return { root: detach(tree, text, part.start), hasError: tree.rootNode.hasError }
      } finally {
        tree.delete()
      }
    }
  }
}
