import type { Binding, Language } from '../languages/language.ts'
import { descendants, type SyntaxNode } from '../syntax/syntax-node.ts'

/** The bindings of a file, and the one that a name means at a place. */
export class Scopes {
  readonly #language: Language
  readonly #root: SyntaxNode
  readonly #byName = new Map<string, Map<SyntaxNode, Binding[]>>()
  readonly all: readonly Binding[]

  constructor(language: Language, root: SyntaxNode) {
    this.#language = language
    this.#root = root
    const all: Binding[] = []
    for (const node of descendants(root)) all.push(...language.bindingsAt(node))
    for (const binding of all) this.#add(binding)
    this.all = all
  }

  #add(binding: Binding): void {
    const scopes = this.#byName.get(binding.name) ?? new Map<SyntaxNode, Binding[]>()
    const scope = this.#scopeOf(binding)
    const list = scopes.get(scope)
    if (list) list.push(binding)
    else scopes.set(scope, [binding])
    this.#byName.set(binding.name, scopes)
  }

  #scopeOf({ name, kind, node }: Binding): SyntaxNode {
    if (/[.>]/.test(name)) return this.#root
    const inside = kind === 'function' ? node.parent : node
    return inside?.closest(this.#language.scopes) ?? this.#root
  }

  /** All bindings of a name in the scope where a use of it looks first. */
  visible(name: string, at: SyntaxNode): readonly Binding[] {
    const scopes = this.#byName.get(name)
    if (!scopes) return []
    let scope: SyntaxNode | undefined = at.closest(this.#language.scopes)
    for (;;) {
      const here = scope ?? this.#root
      const found = scopes.get(here)
      if (found) return found
      if (here === this.#root) return []
      scope = here.parent?.closest(this.#language.scopes)
    }
  }

  /** The binding that gives a name its value at a place: the last one before it, or the first. */
  resolve(name: string, at: SyntaxNode): Binding | undefined {
    const found = this.visible(name, at).filter(({ node }) => !isOwnUse(node, at))
    const before = found.filter(({ node, kind }) => node.start < at.start || kind === 'function')
    return before.at(-1) ?? found[0]
  }

  /**
   * A function of the file by its name, wherever it stands: what `this.name()` calls. In a call of
   * it, another one of that name: `url(String)` calls `url(byte[])`.
   */
  method(
    name: string,
    calls: readonly { readonly function: SyntaxNode }[] = [],
  ): Binding | undefined {
    const lists = [...(this.#byName.get(name)?.values() ?? [])]
    return lists
      .flat()
      .find(({ kind, value }) => kind === 'function' && !calls.some((c) => c.function === value))
  }

  /** The bindings of the same name and scope that stand before another one. */
  allBefore(binding: Binding): readonly Binding[] {
    const same = this.#byName.get(binding.name)?.get(this.#scopeOf(binding)) ?? []
    return same.filter(({ node }) => node.end <= binding.node.start)
  }

  /** The binding of the same name and scope that stands before another one. */
  before(binding: Binding): Binding | undefined {
    return this.allBefore(binding).at(-1)
  }

  scopeOf(binding: Binding): SyntaxNode {
    return this.#scopeOf(binding)
  }

  get root(): SyntaxNode {
    return this.#root
  }
}

/** `x = x + 1` does not define the `x` on its right. */
function isOwnUse(node: SyntaxNode, at: SyntaxNode): boolean {
  return node.contains(at) && !/function|method|class|arrow/.test(node.type)
}
