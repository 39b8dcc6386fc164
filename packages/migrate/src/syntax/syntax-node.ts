/**
 * A node of a parsed file, detached from the parser: plain data whose offsets are UTF-16 units of
 * the whole file, also where only a part of it (a script block, a comment) was parsed.
 */
export class SyntaxNode {
  readonly type: string
  /** The part it plays in its parent, as the grammar names it. */
  readonly field: string | undefined
  readonly named: boolean
  readonly start: number
  readonly end: number
  readonly parent: SyntaxNode | undefined
  readonly children: SyntaxNode[] = []
  readonly #source: string
  /** Every node of the tree in the order of the text, and the place of this one in it. */
  readonly #all: SyntaxNode[]
  readonly #index: number

  /** @param all The nodes made so far, in the order of the text; this one is added. */
  constructor(
    facts: Pick<SyntaxNode, 'type' | 'field' | 'named' | 'start' | 'end' | 'parent'>,
    source: string,
    all: SyntaxNode[],
  ) {
    this.type = facts.type
    this.field = facts.field
    this.named = facts.named
    this.start = facts.start
    this.end = facts.end
    this.parent = facts.parent
    this.#source = source
    this.#all = all
    this.#index = all.push(this) - 1
  }

  get text(): string {
    return this.#source.slice(this.start, this.end)
  }

  get namedChildren(): SyntaxNode[] {
    return this.children.filter((child) => child.named && !child.type.endsWith('comment'))
  }

  /** The child that plays this part. */
  get(field: string): SyntaxNode | undefined {
    return this.children.find((child) => child.field === field)
  }

  /** The nearest ancestor, itself included, of one of these types. */
  closest(types: ReadonlySet<string>): SyntaxNode | undefined {
    for (let node: SyntaxNode | undefined = this; node; node = node.parent) {
      if (types.has(node.type)) return node
    }
    return undefined
  }

  contains(other: SyntaxNode): boolean {
    return this.start <= other.start && other.end <= this.end
  }

  /** Itself and every node below it, in the order of the text. */
  get subtree(): readonly SyntaxNode[] {
    let last: SyntaxNode = this
    for (let next = last.children.at(-1); next; next = next.children.at(-1)) last = next
    return this.#all.slice(this.#index, last.#index + 1)
  }
}

/** Every node below `root`, itself first, in the order of the text. */
export function descendants(root: SyntaxNode): readonly SyntaxNode[] {
  return root.subtree
}
